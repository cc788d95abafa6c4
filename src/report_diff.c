#include "i18n.h"
#include "report.h"
#include "strbuf.h"

/*
 * The difference between two steps, in the manner of diff(1): + for what is new,
 * - for what is gone, a change as what it was and what it is.
 */

static void add_step(struct strbuf *out, uint64_t step, int line)
{
	strbuf_printf(out, _("step %llu"), (unsigned long long)step);
	if (line)
		strbuf_printf(out, _(" (line %d)"), line);
}

static void add_title(struct report *r, const struct query_diff *d)
{
	struct strbuf from = STRBUF_INIT, to = STRBUF_INIT;

	add_step(&from, d->from, d->from_line);
	add_step(&to, d->to, d->to_line);
	report_add(r, REPORT_TITLE, 0, _("from %s to %s"), from.text, to.text);
	strbuf_free(&from);
	strbuf_free(&to);
}

static const char *heading(enum diff_kind kind)
{
	static const char *const headings[DIFF_KINDS] = {
		[DIFF_MADE] = N_("objects made:"),
		[DIFF_FREED] = N_("objects freed:"),
		[DIFF_REFERENCE] = N_("references:"),
		[DIFF_COUNT] = N_("refcounts:"),
		[DIFF_STATE] = N_("states:"),
		[DIFF_LIST] = N_("lists of the collector:"),
	};

	return _(headings[kind]);
}

static void add_entry(struct report *r, const struct diff_entry *e)
{
	static const char arrow[] = "\xe2\x86\x92";

	if (e->kind == DIFF_MADE)
		report_add(r, REPORT_LINE, 1, "+ %s", e->now);
	else if (e->kind == DIFF_FREED)
		report_add(r, REPORT_LINE, 1, "- %s", e->was);
	else if (!e->was)
		report_add(r, REPORT_LINE, 1, "+ %s %s %s", e->subject, arrow, e->now);
	else if (!e->now)
		report_add(r, REPORT_LINE, 1, "- %s %s %s", e->subject, arrow, e->was);
	else
		report_add(r, REPORT_LINE, 1, "  %s: %s %s %s", e->subject, e->was,
			arrow, e->now);
}

void report_diff(struct report *r, const struct query_diff *d)
{
	add_title(r, d);
	if (d->made_in_all)
		report_add(r, REPORT_NOTE, 0,
			P_("made in between: %u object, counting plain values and "
			   "those that are gone again",
				"made in between: %u objects, counting plain values "
				"and those that are gone again",
				d->made_in_all),
			d->made_in_all);
	if (d->count == 0)
		report_add(r, REPORT_VERDICT, 0, _("nothing is different"));
	for (uint32_t i = 0; i < d->count; i++) {
		if (i == 0 || d->entries[i].kind != d->entries[i - 1].kind)
			report_add(r, REPORT_HEADING, 0, "%s",
				heading(d->entries[i].kind));
		add_entry(r, &d->entries[i]);
	}
}
