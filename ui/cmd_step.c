#include "program.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "chooser.h"
#include "i18n.h"
#include "linear.h"
#include "session.h"
#include "strbuf.h"

/* gcrefs FILE: the interactive program, or the story where there is no terminal
 * for it. */

/* Why there can be no full screen; NULL: there can. */
static const char *no_screen(const struct options *o)
{
	const char *term = getenv("TERM");

	if (o->batch)
		return _("because of --batch");
	if (o->linear)
		return _("because of --linear");
	if (!isatty(STDOUT_FILENO))
		return _("standard output is no terminal");
	if (!term || !*term || strcmp(term, "dumb") == 0)
		return _("the terminal cannot show full screens");
	return NULL;
}

static int step_through(const struct options *o, const char *problems)
{
	struct program p;
	int status = program_load(&p, o, GC_FIVE_STEP, true);
	const char *why = NULL;

	if (status)
		return status;
	status = session_run(&p, o, problems, &why);
	program_free(&p);
	if (why)
		fprintf(stderr, _("gcrefs: %s; --linear prints the story as text\n"),
			_(why));
	return status;
}

/* Whether somebody types commands in the linear mode; else the story is told. */
static bool is_dialogue(const struct options *o)
{
	return o->batch || isatty(STDOUT_FILENO);
}

static int talk(const struct options *o, const char *why)
{
	struct program p;
	int status = program_load(&p, o, GC_FIVE_STEP, true);

	if (status)
		return status;
	status = linear_run(&p, o, o->batch, why);
	program_free(&p);
	return status;
}

static int choose_and_step(struct options *o, const char *why, const char *problems)
{
	char *file = NULL;
	int status;

	if (!o->file) {
		status = why ? chooser_list(stdout) : chooser_run(o, &file);
		if (!file)
			return status;
		o->file = file;
	}
	if (why)
		status = is_dialogue(o) ? talk(o, why) : cmd_story(o, why);
	else
		status = step_through(o, problems);
	free(file);
	return status;
}

int cmd_step(const struct options *given)
{
	struct options o = *given;
	struct strbuf problems = STRBUF_INIT;
	const char *why;
	int status;

	options_read_settings(&o, &problems);
	why = no_screen(&o);
	if (why)
		put_safely(stderr, problems.text, GLYPHS_UNICODE);
	status = choose_and_step(&o, why, problems.text);
	strbuf_free(&problems);
	return status;
}
