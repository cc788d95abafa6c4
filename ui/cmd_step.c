#include "program.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "chooser.h"
#include "i18n.h"
#include "session.h"

/* gcrefs FILE: the interactive program, or the story where there is no terminal
 * for it. */

/* Why there can be no full screen; NULL: there can. */
static const char *no_screen(const struct options *o)
{
	const char *term = getenv("TERM");

	if (o->linear)
		return _("because of --linear");
	if (!isatty(STDOUT_FILENO))
		return _("standard output is no terminal");
	if (!term || !*term || strcmp(term, "dumb") == 0)
		return _("the terminal cannot show full screens");
	return NULL;
}

static int step_through(const struct options *o)
{
	struct program p;
	int status = program_load(&p, o, GC_FIVE_STEP, true);
	const char *why = NULL;

	if (status)
		return status;
	status = session_run(p.scenario, p.machine, o, &why);
	program_free(&p);
	if (why)
		fprintf(stderr, _("gcrefs: %s; --linear prints the story as text\n"),
			_(why));
	return status;
}

int cmd_step(const struct options *o)
{
	const char *why = no_screen(o);
	struct options chosen = *o;
	char *file = NULL;
	int status;

	if (!o->file) {
		status = why ? chooser_list(stdout) : chooser_run(o, &file);
		if (!file)
			return status;
		chosen.file = file;
	}
	status = why ? cmd_story(&chosen, why) : step_through(&chosen);
	free(file);
	return status;
}
