#include "linear.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app.h"
#include "dialect.h"
#include "i18n.h"
#include "language.h"
#include "strbuf.h"
#include "xalloc.h"

struct linear {
	struct app *app;
	struct program *program;
	const struct options *options;
	int width;
	bool menu; /* a list was printed: a number chooses from it */
};

static void say(const struct linear *l, const char *text)
{
	put_safely(stdout, text, text_glyphs(l->options));
	if (*text && text[strlen(text) - 1] != '\n')
		putchar('\n');
}

static void tell_heading(const struct linear *l, const char *why)
{
	const struct scenario *s = l->program->scenario;
	const struct dialect *d = machine_world(l->program->machine)->dialect;
	struct strbuf text = STRBUF_INIT, lines = STRBUF_INIT;

	strbuf_printf(&text,
		_("gcrefs, linear mode (%s). Type help, or press Enter to step.\n"),
		why);
	strbuf_printf(&text, _("Program %s, Python %s."), s->file, d->release);
	if (s->title)
		strbuf_printf(&text, "\n%s", _(s->title));
	if (s->goal)
		strbuf_printf(&text, "\n%s", _(s->goal));
	app_text_wrap(&lines, text.text, l->width);
	say(l, lines.text);
	strbuf_free(&text);
	strbuf_free(&lines);
}

/* What a command has changed or opened. */
static void tell(struct linear *l, uint64_t before, enum view_id view)
{
	struct strbuf out = STRBUF_INIT;
	const char *wanted = app_wants(l->app);

	if (*app_message(l->app))
		strbuf_printf(&out, "%s\n", app_message(l->app));
	if (wanted)
		strbuf_printf(&out, _("Something is missing behind: %s\n"), wanted);
	l->menu = app_text_menu(l->app, l->width, &out);
	if (!l->menu && machine_position(l->program->machine) != before)
		app_text_step(l->app, l->width, &out);
	else if (!l->menu && app_focused(l->app) != view)
		app_text_view(l->app, l->width, &out);
	say(l, out.text);
	strbuf_free(&out);
}

static bool is_number(const char *text)
{
	return *text && strspn(text, "0123456789") == strlen(text);
}

/* Names of views print them, also the one that is looked at. */
static bool is_view(const char *line)
{
	static const char *const names[] = {
		"graph", "source", "lists", "object", "output", "story"};

	for (unsigned i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (strcmp(names[i], line) == 0)
			return true;
	}
	return false;
}

/* An empty line is a step; a key is the command it stands for. */
static const char *command_of(const struct linear *l, const char *line)
{
	const char *command = app_command_of_key(l->app, line);

	if (strcmp(line, "where") == 0)
		return "";
	return !*line ? "step" : command ? command : line;
}

/* One command; false: it ends the program. */
static bool take(struct linear *l, const char *line)
{
	uint64_t before = machine_position(l->program->machine);
	enum view_id view = app_focused(l->app);
	unsigned reaction;

	bool chooses = l->menu && is_number(line);

	if (l->menu)
		reaction = app_choose(l->app, chooses ? atoi(line) : 0);
	if (!chooses)
		reaction = app_command(l->app, command_of(l, line));
	if (reaction & REACT_QUIT)
		return false;
	if (reaction & (REACT_SCREENSHOT | REACT_RECORD))
		app_report(l->app,
			_("There is no screen here: the text is all there is."));
	if (reaction & REACT_LANGUAGE)
		app_relabel(l->app, language_set(app_settings(l->app)->language));
	if (strcmp(line, "where") == 0)
		before = UINT64_MAX;
	tell(l, before, is_view(line) ? VIEW_COUNT : view);
	return true;
}

static bool next_line(const char **batch, struct strbuf *line)
{
	int c = EOF;

	strbuf_clear(line);
	if (*batch) {
		size_t n = strcspn(*batch, ";");

		if (!**batch)
			return false;
		strbuf_add(line, *batch, n);
		*batch += n + ((*batch)[n] == ';');
		return true;
	}
	while ((c = getchar()) != EOF && c != '\n')
		strbuf_putc(line, (char)c);
	return c != EOF || line->length > 0;
}

static const char *trimmed(struct strbuf *line)
{
	while (line->length && strchr(" \t\r", line->text[line->length - 1]))
		line->text[--line->length] = '\0';
	return line->text + strspn(line->text, " \t");
}

static void loop(struct linear *l, const char *batch)
{
	struct strbuf line = STRBUF_INIT;
	bool prompt = !batch && isatty(STDIN_FILENO), goes_on = true;

	while (goes_on && !ferror(stdout)) {
		if (prompt)
			fputs("gcrefs> ", stdout);
		fflush(stdout);
		if (!next_line(&batch, &line))
			break;
		if (!prompt)
			printf("gcrefs> %s\n", trimmed(&line));
		goes_on = take(l, trimmed(&line));
	}
	if (goes_on && prompt)
		putchar('\n');
	strbuf_free(&line);
}

int linear_run(
	struct program *p, const struct options *o, const char *batch, const char *why)
{
	struct app_options options = {
		.settings = &o->settings, .theme = THEME_MONO, .language = o->language};
	struct linear l = {.program = p, .options = o, .width = o->settings.width};

	l.app = app_new(p->scenario, p->machine, &options);
	tell_heading(&l, why);
	loop(&l, batch);
	app_free(l.app);
	return EXIT_FINE;
}
