#include "session.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "app.h"
#include "at.h"
#include "config_file.h"
#include "editor.h"
#include "film.h"
#include "i18n.h"
#include "language.h"
#include "screen.h"
#include "strbuf.h"
#include "tty.h"
#include "xalloc.h"

/* The loop between keys and frames. */

struct session {
	struct program *program;
	const struct options *options;
	struct screen *screen;
	struct app *app;
	struct canvas canvas;
	uint64_t shown; /* ms: progress was last drawn */
	bool stale;     /* the screen is not what it would be if it were drawn now */
	bool barrier;   /* a test may ask for answers */
};

static uint64_t milliseconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (uint64_t)t.tv_sec * 1000 + (uint64_t)t.tv_nsec / 1000000;
}

static enum glyph_set glyphs_of(const struct settings *settings)
{
	return settings->glyphs >= 0 ? language_glyphs((enum glyph_set)settings->glyphs)
				     : screen_glyphs();
}

static void fit_canvas(struct session *s)
{
	int columns, rows;

	screen_size(s->screen, &columns, &rows);
	if (s->canvas.columns == columns && s->canvas.rows == rows)
		return;
	if (s->canvas.columns)
		canvas_free(&s->canvas);
	canvas_init(&s->canvas, columns, rows, GLYPHS_UNICODE);
}

static void draw(struct session *s)
{
	struct app_cursor at;

	fit_canvas(s);
	s->canvas.glyphs = glyphs_of(app_settings(s->app));
	app_draw(s->app, &s->canvas, &at);
	screen_draw(s->screen, &s->canvas, at.x, at.y, at.visible);
	s->stale = false;
}

static void draw_if_stale(struct session *s)
{
	if (s->stale)
		draw(s);
}

/* During a long move: the machine asks whether to go on. */
static bool go_on(void *context, uint64_t step, uint64_t target)
{
	struct session *s = context;
	struct key key;
	enum screen_event e = screen_wait(s->screen, 0, &key);
	uint64_t now = milliseconds();

	if (e == SCREEN_HANGUP || (e == SCREEN_KEY && app_is_stop(s->app, &key)))
		return false;
	if (now - s->shown >= 150 && s->canvas.rows > 0) {
		app_draw_progress(s->app, &s->canvas, step, target);
		screen_draw(s->screen, &s->canvas, 0, 0, false);
		s->shown = now;
	}
	return true;
}

/* Of a message: where Python says what is wrong. */
static void add_last_line(const char *text, struct strbuf *out)
{
	size_t end = strlen(text), start;

	while (end > 0 && text[end - 1] == '\n')
		end--;
	for (start = end; start > 0 && text[start - 1] != '\n'; start--)
		;
	strbuf_add(out, text + start, end - start);
}

/* The program as its file is now. */
static void reload(struct session *s)
{
	struct program new;
	struct strbuf why = STRBUF_INIT, first = STRBUF_INIT;

	if (program_try(&new, s->options, GC_FIVE_STEP, true, &why) == EXIT_FINE) {
		app_reload(s->app, new.scenario, new.machine);
		program_free(s->program);
		*s->program = new;
	} else {
		add_last_line(why.text, &first);
		app_report(s->app, first.text);
	}
	strbuf_free(&first);
	strbuf_free(&why);
}

static void edit(struct session *s)
{
	bool done;

	screen_release(s->screen);
	done = editor_run(s->program->scenario->file, app_edit_line(s->app));
	screen_retake(s->screen);
	if (done)
		reload(s);
	else
		app_report(s->app, _("error: the editor ($EDITOR) has failed"));
}

/* Pictures show the screen as it is now, without what is said about them. */
static void film(struct session *s, bool record)
{
	const char *name = app_file(s->app);
	struct strbuf said = STRBUF_INIT;

	draw(s);
	if (record)
		film_record(name, s->screen, &said);
	else
		film_picture(name, &s->canvas, app_theme(s->app), &said);
	app_report(s->app, said.text);
	s->stale = true;
	strbuf_free(&said);
}

/* Does what a key asks for; false: leave. */
static bool react(struct session *s, unsigned reaction)
{
	if (reaction & REACT_QUIT)
		return false;
	if (reaction & REACT_LANGUAGE)
		app_relabel(s->app, language_set(app_settings(s->app)->language));
	if (reaction & REACT_THEME)
		screen_theme(s->screen, app_theme(s->app));
	if (reaction & REACT_MOUSE)
		screen_mouse(s->screen, app_wants_mouse(s->app));
	if (reaction & REACT_COPY && !screen_copy(s->screen, app_copied(s->app)))
		app_report(s->app, _("error: too long for the clipboard"));
	if (reaction & (REACT_SCREENSHOT | REACT_RECORD))
		film(s, reaction & REACT_RECORD);
	if (reaction & REACT_EDIT)
		edit(s);
	if (reaction & REACT_RELOAD)
		reload(s);
	if (reaction & REACT_REPAINT)
		screen_repaint(s->screen);
	if (reaction & REACT_SUSPEND)
		screen_suspend(s->screen);
	return true;
}

static bool handle_key(struct session *s, const struct key *key)
{
	unsigned reaction;

	if (key->code == KEY_BARRIER) {
		draw_if_stale(s);
		if (s->barrier)
			screen_answer_barrier(s->screen, key->number);
		return true;
	}
	s->shown = milliseconds();
	app_clock(s->app, s->shown);
	reaction = app_key(s->app, key);
	s->stale |= reaction || key->code != KEY_MOUSE;
	return react(s, reaction);
}

/* Takes all keys that have come, for at most 20 ms, then shows one frame. */
static bool handle_keys(struct session *s, struct key key, enum screen_event *next)
{
	uint64_t start = milliseconds();

	do {
		if (!handle_key(s, &key))
			return false;
		*next = screen_wait(s->screen, 0, &key);
	} while (*next == SCREEN_KEY && milliseconds() - start < 20);
	if (*next == SCREEN_KEY) {
		if (!handle_key(s, &key))
			return false;
		*next = SCREEN_NOTHING;
	}
	return true;
}

static void loop(struct session *s)
{
	struct key key;
	enum screen_event e;

	draw(s);
	for (;;) {
		app_clock(s->app, milliseconds());
		e = screen_wait(s->screen, app_timeout(s->app), &key);
		if (e == SCREEN_KEY && !handle_keys(s, key, &e))
			return;
		if (e == SCREEN_HANGUP || screen_signal(s->screen))
			return;
		app_clock(s->app, milliseconds());
		s->stale |=
			app_tick(s->app) || e == SCREEN_RESIZE || e == SCREEN_CONTINUED;
		draw_if_stale(s);
	}
}

static void restore_for_failure(void)
{
	tty_leave();
	tty_restore();
	tty_unguard();
}

/* What was kept last, what is wrong in the settings, the first keys. */
static void begin(struct session *s, const char *problems)
{
	struct strbuf state = STRBUF_INIT, first = STRBUF_INIT;
	int hints = app_settings(s->app)->hints;
	bool known = config_load_state(&state);

	if (known)
		app_recall(s->app, state.text);
	if (hints == HINTS_ON || (hints == HINTS_AUTO && !known))
		app_command(s->app, "keys");
	if (*problems) {
		strbuf_add(&first, problems, strcspn(problems, "\n"));
		app_report(s->app, first.text);
	}
	strbuf_free(&state);
	strbuf_free(&first);
}

static void keep_state(const struct session *s)
{
	struct strbuf state = STRBUF_INIT;

	app_remember(s->app, &state);
	config_save_state(state.text);
	strbuf_free(&state);
}

/* Where --at says. */
static void go_to_start(struct session *s)
{
	struct machine_poll poll = {go_on, s};
	struct strbuf why = STRBUF_INIT;

	if (at_go(s->program->machine, s->options->at, &poll) == MACHINE_AT_END) {
		strbuf_printf(&why, _("The program ends before %s."), s->options->at);
		app_report(s->app, why.text);
	}
	strbuf_free(&why);
}

int session_run(struct program *p, const struct options *options, const char *problems,
	const char **why)
{
	struct session s = {.program = p, .options = options, .shown = milliseconds()};
	struct app_options app = {.settings = &options->settings,
		.language = options->language,
		.poll = {go_on, &s}};
	int signal;

	s.screen = screen_open(why);
	if (!s.screen)
		return 1;
	xalloc_on_failure(restore_for_failure);
	s.barrier = getenv("GCREFS_BARRIER") != NULL;
	app.colors = screen_colors(s.screen);
	app.theme = options_theme(options, app.colors);
	if (app.theme == THEME_MONO)
		app.colors = 0;
	s.app = app_new(p->scenario, p->machine, &app);
	screen_theme(s.screen, app_theme(s.app));
	screen_mouse(s.screen, app_wants_mouse(s.app));
	begin(&s, problems);
	fit_canvas(&s);
	if (options->at)
		go_to_start(&s);
	loop(&s);
	signal = screen_signal(s.screen);
	keep_state(&s);
	canvas_free(&s.canvas);
	app_free(s.app);
	screen_close(s.screen);
	if (signal)
		tty_die(signal);
	return 0;
}
