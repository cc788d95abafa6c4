#include "program.h"

#include <string.h>

#include "dialect.h"
#include "i18n.h"
#include "scene.h"
#include "strbuf.h"
#include "symbols.h"

/*
 * The story of a program as plain text: each line that runs, what it prints,
 * what dies, and every step of each collection, one sentence a line.
 */

struct story {
	const struct options *options;
	struct program program;
	struct naming *names;
	struct query_follow *follow;
	enum glyph_set glyphs;
	size_t printed; /* cursor into the output */
	bool collecting;
	unsigned skipped; /* steps not told */
};

static void tell(struct story *s, uint64_t step, const char *text)
{
	printf("%6llu  ", (unsigned long long)step);
	put_safely(stdout, text, s->glyphs);
	putchar('\n');
}

static void tell_caption(struct story *s, int line)
{
	const struct scenario *scenario = s->program.scenario;
	const char *language = s->options->language;
	const char *text = scenario_caption(scenario, line, CAPTION_TEXT, language);
	const char *question =
		scenario_caption(scenario, line, CAPTION_QUESTION, language);

	for (int i = 0; i < 2; i++) {
		const char *caption = i == 0 ? text : question;

		if (!caption)
			continue;
		fputs("        # ", stdout);
		put_safely(stdout, caption, s->glyphs);
		putchar('\n');
	}
}

static void tell_line(struct story *s, uint64_t step, int line)
{
	const struct scenario *scenario = s->program.scenario;
	struct strbuf text = STRBUF_INIT;

	if (line < 1 || line > scenario->line_count)
		return;
	tell_caption(s, line);
	strbuf_printf(&text, _("line %d: "), line);
	strbuf_puts(&text, scenario->lines[line - 1]);
	tell(s, step, text.text);
	strbuf_free(&text);
}

/* What has been printed since the last time, a line of its own each. */
static void tell_output(struct story *s)
{
	const char *bytes;
	size_t length;
	int stream;
	struct strbuf text = STRBUF_INIT;

	while (machine_output_piece(
		s->program.machine, &s->printed, &stream, &bytes, &length))
		strbuf_add(&text, bytes, length);
	while (text.length && text.text[text.length - 1] == '\n')
		text.text[--text.length] = '\0';
	for (char *line = strtok(text.text, "\n"); line; line = strtok(NULL, "\n")) {
		fputs("        > ", stdout);
		put_safely(stdout, line, s->glyphs);
		putchar('\n');
	}
	strbuf_free(&text);
}

/* Steps about what the interpreter keeps for itself are only counted. */
static void tell_skipped(struct story *s)
{
	if (s->skipped)
		printf(_("        (steps about objects of the interpreter: %u)\n"),
			s->skipped);
	s->skipped = 0;
}

static void tell_event(struct story *s, uint64_t step, const struct event *e)
{
	struct scene scene;
	struct scene_source from = {.machine = s->program.machine,
		.scenario = s->program.scenario,
		.names = s->names,
		.follow = s->follow,
		.language = ""};
	struct strbuf text = STRBUF_INIT;

	scene_init(&scene, &from);
	if (scene_is_worth_a_stop(&from)) {
		tell_skipped(s);
		narrate(&scene.narrator, e, &text);
		tell(s, step, text.text);
	} else {
		s->skipped++;
	}
	strbuf_free(&text);
	scene_free(&scene);
}

/* Objects that the reader has not met are not worth a word when they go. */
static bool is_known(struct story *s, const struct event *e)
{
	return scene_is_container_type(
		symbols_text(machine_world(s->program.machine)->symbols,
			naming_type(s->names, e->object)));
}

static bool is_worth_telling(struct story *s, const struct event *e)
{
	switch (e->kind) {
	case EV_GC_START:
	case EV_GC_PHASE:
	case EV_COPY_REFS:
	case EV_SUBTRACT_REF:
	case EV_KEEP:
	case EV_SET_ASIDE:
	case EV_RESCUE:
	case EV_REORDER:
	case EV_WEAKREF_CLEAR:
	case EV_WEAKREF_CALLBACK:
	case EV_FINALIZER:
	case EV_RESURRECT:
	case EV_CLEAR:
	case EV_UNCOLLECTABLE:
	case EV_PROMOTE:
	case EV_GC_END:
	case EV_RAISE:
	case EV_EXIT:
	case EV_END:
		return true;
	case EV_FREE:
		return is_known(s, e);
	default:
		return s->collecting && event_is_shown(e) && e->kind != EV_FREE &&
			e->kind != EV_COUNT;
	}
}

static void take(struct story *s)
{
	uint64_t step = machine_position(s->program.machine);
	struct event e = machine_event(s->program.machine);

	naming_event(s->names, &e);
	if (e.kind == EV_GC_START || e.kind == EV_GC_END)
		s->collecting = e.kind == EV_GC_START;
	if (e.kind == EV_LINE)
		tell_line(s, step, e.line);
	else if (e.kind == EV_PRINT)
		tell_output(s);
	else if (is_worth_telling(s, &e))
		tell_event(s, step, &e);
}

static void tell_heading(const struct story *s, const char *why)
{
	const struct scenario *scenario = s->program.scenario;
	const struct dialect *d = machine_world(s->program.machine)->dialect;

	printf(_("gcrefs: the story as text (%s). "), why);
	put_safely(stdout, scenario->file, s->glyphs);
	printf(_(", Python %s%s\n"), d->release,
		d->recorded ? "" : _(" (from tables, not recorded)"));
	if (scenario->title) {
		put_safely(stdout, _(scenario->title), s->glyphs);
		putchar('\n');
	}
	if (scenario->goal) {
		put_safely(stdout, _(scenario->goal), s->glyphs);
		putchar('\n');
	}
}

int cmd_story(const struct options *o, const char *why)
{
	struct story s = {.options = o, .glyphs = text_glyphs(o)};
	int status = program_load(&s.program, o, GC_FIVE_STEP, true);
	struct machine *m = s.program.machine;
	enum machine_result result;

	if (status)
		return status;
	s.names = naming_new(reg(machine_world(m), REG_SERIAL));
	s.follow = query_follow_new(naming_first_serial(s.names));
	tell_heading(&s, why);
	do {
		uint64_t before = machine_position(m);

		result = machine_forward(m, GRAIN_MICRO, NULL);
		if (machine_position(m) > before)
			take(&s);
	} while (result == MACHINE_MOVED && !ferror(stdout));
	tell_output(&s);
	if (result == MACHINE_LIMIT) {
		fflush(stdout);
		program_tell_limit(o);
		status = EXIT_FAILED;
	}
	query_follow_free(s.follow);
	naming_free(s.names);
	program_free(&s.program);
	return status;
}
