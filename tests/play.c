#include "play.h"

#include <glob.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "dialect.h"
#include "strbuf.h"
#include "symbols.h"
#include "xalloc.h"

static void begin(struct play *p, enum gc_algorithm algorithm, struct diag *d)
{
	struct machine_options options;

	if (!p->scenario)
		fail_msg("%s", d->message);
	options = machine_options(p->scenario->version);
	options.algorithm = algorithm;
	p->machine = machine_new(p->scenario->unit, &options, d);
	assert_non_null(p->machine);
	p->names = naming_new(reg(machine_world(p->machine), REG_SERIAL));
}

void play_start(struct play *p, const char *source, const char *version,
	enum gc_algorithm algorithm)
{
	struct diag d = DIAG_INIT;
	struct py_version v, spoken;

	if (version)
		assert_true(dialect_parse(version, &v));
	p->scenario = scenario_parse("test.py", xstrdup(source), strlen(source),
		version ? &v : NULL, &d, &spoken);
	begin(p, algorithm, &d);
}

void play_file(struct play *p, const char *file, enum gc_algorithm algorithm)
{
	struct diag d = DIAG_INIT;
	struct py_version spoken;

	p->scenario = scenario_load(file, NULL, &d, &spoken);
	begin(p, algorithm, &d);
}

void play_free(struct play *p)
{
	naming_free(p->names);
	machine_free(p->machine);
	scenario_free(p->scenario);
}

bool play_step(struct play *p)
{
	uint64_t before = machine_position(p->machine);
	struct event e;

	machine_forward(p->machine, GRAIN_MICRO, NULL);
	if (machine_position(p->machine) == before)
		return false;
	e = machine_event(p->machine);
	naming_event(p->names, &e);
	return true;
}

void play_until(struct play *p, enum event_kind kind, const char *name)
{
	while (play_step(p)) {
		struct event e = machine_event(p->machine);
		const char *text =
			symbols_text(machine_world(p->machine)->symbols, e.name);

		if (e.kind == kind && (!name || strcmp(name, text) == 0))
			return;
	}
	fail_msg("no %s %s", event_kind_name(kind), name ? name : "");
}

char **play_scenarios(int *count)
{
	const char *top = getenv("srcdir");
	struct strbuf pattern = STRBUF_INIT;
	glob_t found;
	char **files;

	strbuf_printf(&pattern, "%s/scenarios/*.py", top ? top : ".");
	assert_int_equal(glob(pattern.text, 0, NULL, &found), 0);
	*count = (int)found.gl_pathc;
	files = xcalloc(found.gl_pathc + 1, sizeof(*files));
	for (size_t i = 0; i < found.gl_pathc; i++)
		files[i] = xstrdup(found.gl_pathv[i]);
	globfree(&found);
	strbuf_free(&pattern);
	return files;
}
