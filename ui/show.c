#include "show.h"

#include <stdlib.h>
#include <string.h>

#include "at.h"
#include "i18n.h"
#include "naming.h"
#include "query_select.h"
#include "report.h"
#include "strbuf.h"
#include "timeline.h"
#include "xalloc.h"

enum {
	REPORTS_SHOWN = 20 /* of objects that one selector names */
};

static int print_report(const struct options *o, struct report *r)
{
	struct strbuf text = STRBUF_INIT;

	report_print(r, &text);
	put_safely(stdout, text.text, text_glyphs(o));
	strbuf_free(&text);
	report_free(r);
	return EXIT_FINE;
}

/* When it died, found by going back; DEATH is filled in then. */
static bool find_death(const struct query *q, const struct program *p, obj_id object,
	struct past_death *death)
{
	struct past_reach reach = {0, NULL};

	return past_death(p->machine, q->first_serial, obj_serial(q->w, object), reach,
		       death) == PAST_FOUND;
}

static void report_objects(struct report *r, const struct program *p,
	const struct query *q, const obj_id *list, uint32_t count)
{
	struct naming *names = naming_new(q->first_serial);
	struct timeline timeline = {0};

	timeline_update(&timeline, p->machine, names);
	for (uint32_t i = 0; i < count && i < REPORTS_SHOWN; i++) {
		struct past_death death;
		struct report_source from = {
			q, p->machine, names, p->scenario, NULL, NULL};

		if (find_death(q, p, list[i], &death))
			from.death = &death;
		if (i > 0)
			report_add(r, REPORT_LINE, 0, "%s", "");
		report_object(r, &from, list[i], REPORT_ALL);
	}
	if (count > REPORTS_SHOWN)
		report_add(r, REPORT_NOTE, 0, _("and %u objects more"),
			count - REPORTS_SHOWN);
	timeline_free(&timeline);
	naming_free(names);
}

int show_why(const struct options *o, const struct program *p, uint32_t first_serial)
{
	struct report r = REPORT_INIT;
	struct diag d = DIAG_INIT;
	struct query q;
	obj_id *list;
	uint32_t count;

	if (strcmp(o->why, "gc") == 0) {
		report_due(&r, machine_world(p->machine));
		return print_report(o, &r);
	}
	query_init(&q, machine_world(p->machine), first_serial);
	count = query_select(&q, o->why, &list, &d);
	report_objects(&r, p, &q, list, count);
	query_free(&q);
	free(list);
	if (count)
		return print_report(o, &r);
	program_tell("gcrefs: --why: %s\n", d.message);
	diag_free(&d);
	return EXIT_FAILED;
}

int show_select(const struct options *o, const struct program *p, uint32_t first_serial,
	uint32_t *serial)
{
	struct diag d = DIAG_INIT;
	struct query q;
	obj_id *list;
	uint32_t count;

	query_init(&q, machine_world(p->machine), first_serial);
	count = query_select(&q, o->select, &list, &d);
	*serial = count ? obj_serial(q.w, list[0]) : 0;
	if (!count)
		program_tell("gcrefs: --select: %s\n", d.message);
	diag_free(&d);
	free(list);
	query_free(&q);
	return count ? EXIT_FINE : EXIT_FAILED;
}

/* The step that a place means; the machine is at the start again. */
static bool find_step(
	const struct options *o, struct machine *m, const char *place, uint64_t *step)
{
	enum machine_result result = at_go(m, place, NULL);

	*step = machine_position(m);
	machine_seek(m, 0, NULL);
	if (result == MACHINE_MOVED)
		return true;
	if (result == MACHINE_LIMIT)
		program_tell_limit(o);
	else
		program_tell(_("gcrefs: the program ends before %s\n"), place);
	return false;
}

int show_diff(const struct options *o, const struct program *p)
{
	const char *comma = strchr(o->diff, ',');
	char *first = xstrndup(o->diff, (size_t)(comma - o->diff));
	uint32_t first_serial = reg(machine_world(p->machine), REG_SERIAL);
	struct report r = REPORT_INIT;
	struct query_diff d;
	uint64_t from, to;
	bool found = find_step(o, p->machine, first, &from) &&
		find_step(o, p->machine, comma + 1, &to);

	free(first);
	if (!found)
		return EXIT_FAILED;
	query_diff_init(&d, p->machine, first_serial, from, to, NULL);
	report_diff(&r, &d);
	query_diff_free(&d);
	return print_report(o, &r);
}
