#include "app_part.h"

#include <stdlib.h>
#include <string.h>

#include "i18n.h"
#include "xalloc.h"

/*
 * What if: a Python statement opens a branch of the history before the line that is
 * about to run.  Number 0 is the program as it is; each keeps the step one was at.
 */

static bool is_room(const struct app_branches *b)
{
	return b->count < APP_BRANCHES;
}

/* From now on that machine is looked at. */
static void look_at(struct app *a, struct machine *machine)
{
	timeline_free(&a->timeline);
	query_follow_free(a->follow);
	naming_free(a->names);
	app_tidy(a);
	a->graph = NULL;
	a->look.chosen = 0;
	a->jumps = (struct app_jumps){0};
	stops_forget(&a->stops);
	a->machine = machine;
}

static void switch_to(struct app *a, int i)
{
	struct app_branches *b = &a->branches;
	struct machine *machine;
	struct machine_poll asked = {app_poll, a};

	if (i == b->now)
		return;
	b->here[b->now] = machine_position(a->machine);
	if (b->now == 0)
		b->trunk = a->machine;
	machine = i == 0 ? b->trunk : branch_machine(b->at[i - 1].branch);
	b->now = i;
	/* Names are counted from step 0. */
	machine_seek(machine, 0, NULL);
	look_at(a, machine);
	a->names = naming_new(reg(machine_world(machine), REG_SERIAL));
	a->follow = query_follow_new(naming_first_serial(a->names));
	app_tell(a, machine_seek(machine, b->here[i], &asked));
	app_moved(a);
}

/* Before a line that is about to run, or the next one that will. */
static uint64_t step_of(const struct app *a)
{
	uint64_t here = machine_position(a->machine);

	return machine_event(a->machine).kind == EV_LINE ? here - 1 : here;
}

static struct branch *make_branch(struct app *a, const char *statement, struct diag *d)
{
	struct app_branches *b = &a->branches;
	const struct branch *parent = b->now ? b->at[b->now - 1].branch : NULL;

	return branch_new(a->scenario->unit, a->machine, parent, step_of(a),
		app_line(a), statement, d);
}

static void enter(struct app *a, struct branch *branch, const char *statement)
{
	struct app_branches *b = &a->branches;
	struct machine_poll asked = {app_poll, a};
	enum machine_result result = branch_run(branch, &asked);

	b->at[b->count] = (struct app_branch){.branch = branch,
		.statement = xstrdup(statement),
		.step = machine_position(a->machine),
		.parent = b->now};
	b->count++;
	b->here[b->count] = machine_position(branch_machine(branch));
	switch_to(a, b->count);
	strbuf_clear(&a->message);
	if (result == MACHINE_MOVED && reg(machine_world(a->machine), REG_EXCEPTION))
		strbuf_printf(&a->message, _("Branch %d: %s raises an exception"),
			b->count, statement);
	else if (result == MACHINE_MOVED)
		strbuf_printf(&a->message,
			_("Branch %d: %s has run (:branch 0 comes back)"), b->count,
			statement);
	else
		strbuf_printf(&a->message,
			_("Branch %d: %s was not reached, or ended the program"),
			b->count, statement);
}

unsigned app_what_if(struct app *a, const struct order *o)
{
	struct diag d = DIAG_INIT;
	struct branch *branch;

	if (!*o->text) {
		app_ask(a, ASK_STATEMENT, "");
		return REACT_DRAW;
	}
	if (!is_room(&a->branches)) {
		app_say(a, _("error: there are too many branches"));
		return REACT_DRAW;
	}
	branch = make_branch(a, o->text, &d);
	if (branch) {
		enter(a, branch, o->text);
	} else {
		strbuf_clear(&a->message);
		strbuf_printf(&a->message, _("error: %s"), d.message);
		diag_free(&d);
	}
	return REACT_DRAW;
}

/* The list. */

static void list_branches(struct app *a)
{
	const struct app_branches *b = &a->branches;
	struct strbuf left = STRBUF_INIT, right = STRBUF_INIT;

	menu_open(&a->menu, _("Branches of the history"),
		_("Enter goes there  q closes   ! opens one"), 4);
	a->menu_kind = APP_MENU_BRANCHES;
	menu_add(&a->menu, 0, "0", _("the program as it is"));
	for (int i = 0; i < b->count; i++) {
		strbuf_clear(&left);
		strbuf_clear(&right);
		strbuf_printf(&left, "%d", i + 1);
		if (b->at[i].name)
			strbuf_printf(&right, "%s: ", b->at[i].name);
		strbuf_printf(&right, _("%s   (at step %llu of %d)"),
			b->at[i].statement, (unsigned long long)b->at[i].step,
			b->at[i].parent);
		menu_add(&a->menu, i + 1, left.text, right.text);
	}
	menu_select(&a->menu, b->now);
	strbuf_free(&left);
	strbuf_free(&right);
}

void app_enter_branch(struct app *a, int i)
{
	switch_to(a, i);
	strbuf_clear(&a->message);
	if (i == 0)
		app_say(a, _("This is the program as it is."));
	else
		strbuf_printf(&a->message, _("Branch %d: %s"), i,
			a->branches.at[i - 1].statement);
}

static void name_branch(struct app *a, int i, const char *name)
{
	struct app_branch *b = &a->branches.at[i - 1];

	free(b->name);
	b->name = xstrdup(name);
	strbuf_printf(&a->message, _("Branch %d is called %s."), i, name);
}

/* The number of the branch called NAME; -1: there is none. */
static long find_branch(const struct app_branches *b, const char *name)
{
	for (int i = 0; i < b->count; i++) {
		if (b->at[i].name && strcmp(b->at[i].name, name) == 0)
			return i + 1;
	}
	return -1;
}

/* "": the list; N or NAME: to that one; N NAME: what it is called. */
unsigned app_branch(struct app *a, const struct order *o)
{
	char *end;
	long i = strtol(o->text, &end, 10);

	if (end == o->text || (*end && *end != ' '))
		i = find_branch(&a->branches, o->text);
	if (!*o->text)
		list_branches(a);
	else if (i < 0 || i > a->branches.count)
		strbuf_printf(
			&a->message, _("error: there is no branch '%s'"), o->text);
	else if (i > 0 && end > o->text && *end == ' ')
		name_branch(a, (int)i, end + strspn(end, " "));
	else
		app_enter_branch(a, (int)i);
	return REACT_DRAW;
}

void app_branch_label(const struct app *a, struct strbuf *out)
{
	int i = a->branches.now;

	if (i > 0 && a->branches.at[i - 1].name)
		strbuf_printf(out, _("branch %s  "), a->branches.at[i - 1].name);
	else if (i > 0)
		strbuf_printf(out, _("branch %d  "), i);
}

void app_free_branches(struct app *a)
{
	struct app_branches *b = &a->branches;

	/* Those that grow on others first. */
	while (b->count > 0) {
		b->count--;
		branch_free(b->at[b->count].branch);
		free(b->at[b->count].statement);
		free(b->at[b->count].name);
	}
}

void app_leave_branches(struct app *a)
{
	switch_to(a, 0);
	app_free_branches(a);
}
