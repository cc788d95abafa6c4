#include "program.h"

#include "app.h"
#include "at.h"
#include "i18n.h"
#include "strbuf.h"

/* gcrefs show: a screen, or a view, at one step. */

static void print(const struct canvas *c)
{
	struct strbuf text = STRBUF_INIT;

	canvas_dump(c, &text);
	fwrite(text.text, 1, text.length, stdout);
	strbuf_free(&text);
}

static void draw(const struct options *o, struct app *app)
{
	struct canvas canvas;
	struct app_cursor cursor;

	canvas_init(&canvas, o->columns, o->rows, text_glyphs(o));
	if (o->view)
		app_draw_view(app, &canvas, (enum view_id)view_find(o->view));
	else
		app_draw(app, &canvas, &cursor);
	print(&canvas);
	canvas_free(&canvas);
}

static int go(const struct options *o, struct machine *m)
{
	switch (at_go(m, o->at, NULL)) {
	case MACHINE_MOVED:
		return EXIT_FINE;
	case MACHINE_LIMIT:
		program_tell_limit(o);
		return EXIT_FAILED;
	default:
		program_tell(_("gcrefs: the program ends before %s\n"), o->at);
		return EXIT_FAILED;
	}
}

int cmd_show(const struct options *o)
{
	struct program p;
	struct app_options options = {.theme = THEME_MONO, .language = o->language};
	int status = program_load(&p, o, GC_FIVE_STEP, true);
	struct app *app;

	if (status)
		return status;
	app = app_new(p.scenario, p.machine, &options);
	if (o->at)
		status = go(o, p.machine);
	draw(o, app);
	app_free(app);
	program_free(&p);
	return status;
}
