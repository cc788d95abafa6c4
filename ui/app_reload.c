#include "app_part.h"

#include <stdlib.h>
#include <string.h>

#include "i18n.h"
#include "xalloc.h"

/*
 * Another version of the program in the place of this one.
 *
 * The place is kept where that makes sense: the new program is run as long as the
 * lines that run have the same texts as those that ran before, and then the same
 * number of events further.
 */
enum {
	TRACE_LIMIT = 200000
};

struct trace {
	char **lines; /* texts of the lines that ran */
	int count;
	uint64_t rest; /* events since the last of them began */
};

static const char *text_of(const struct scenario *s, int line)
{
	return line >= 1 && line <= s->line_count ? s->lines[line - 1] : "";
}

static void take_line(struct trace *t, const char *text)
{
	t->lines = xreallocarray(t->lines, (size_t)t->count + 1, sizeof(*t->lines));
	t->lines[t->count++] = xstrdup(text);
}

/* Goes from the start to where the machine is, line by line. */
static struct trace trace_of(const struct app *a)
{
	struct trace t = {0};
	uint64_t here = machine_position(a->machine), last = 0;

	machine_seek(a->machine, 0, NULL);
	while (t.count < TRACE_LIMIT &&
		machine_forward(a->machine, GRAIN_LINE, NULL) == MACHINE_MOVED &&
		machine_position(a->machine) <= here) {
		struct event e = machine_event(a->machine);

		if (e.kind != EV_LINE)
			continue;
		take_line(&t, text_of(a->scenario, e.line));
		last = machine_position(a->machine);
	}
	t.rest = here - last;
	return t;
}

/* The same way through the new program; false: it is another one from there on. */
static bool retrace(struct app *a, const struct trace *t)
{
	for (int i = 0; i < t->count; i++) {
		struct event e;

		if (machine_forward(a->machine, GRAIN_LINE, NULL) != MACHINE_MOVED)
			return false;
		e = machine_event(a->machine);
		if (strcmp(text_of(a->scenario, e.line), t->lines[i]) != 0)
			return false;
	}
	for (uint64_t i = 0; i < t->rest; i++) {
		if (machine_forward(a->machine, GRAIN_MICRO, NULL) != MACHINE_MOVED)
			return false;
		if (machine_event(a->machine).kind != EV_LINE)
			continue;
		machine_backward(a->machine, GRAIN_MICRO, NULL);
		return false;
	}
	return true;
}

static void forget(struct app *a)
{
	timeline_free(&a->timeline);
	query_follow_free(a->follow);
	naming_free(a->names);
	app_tidy(a);
	a->graph = NULL;
	a->look.chosen = 0;
	a->look.line = 0;
	a->jumps = (struct app_jumps){0};
	memset(a->marks, 0, sizeof(a->marks));
	stops_forget(&a->stops);
}

void app_reload(struct app *a, const struct scenario *scenario, struct machine *machine)
{
	struct trace t;
	bool same;

	app_leave_branches(a);
	t = trace_of(a);
	forget(a);
	a->scenario = scenario;
	a->machine = machine;
	a->names = naming_new(reg(machine_world(machine), REG_SERIAL));
	a->follow = query_follow_new(naming_first_serial(a->names));
	same = retrace(a, &t);
	app_moved(a);
	app_say(a,
		same ? _("The program was read again; this is the same place.")
		     : _("The program was read again; from here on it is another."));
	for (int i = 0; i < t.count; i++)
		free(t.lines[i]);
	free(t.lines);
}

unsigned app_edit(struct app *a, const struct order *o)
{
	if (strcmp(a->scenario->file, "-") == 0) {
		app_say(a,
			_("The program came from standard input: there is no file."));
		return REACT_DRAW;
	}
	a->edit_line = app_line(a);
	return REACT_DRAW | (o->action == ACTION_EDIT ? REACT_EDIT : REACT_RELOAD);
}

int app_edit_line(const struct app *a)
{
	return a->edit_line;
}
