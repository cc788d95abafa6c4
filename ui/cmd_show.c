#include "program.h"

#include "app.h"
#include "at.h"
#include "i18n.h"
#include "show.h"
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

/* The screen, or a view; or why an object is alive or dead.  The app is made first:
 * it counts objects from where the program starts. */
static int show_place(const struct options *o, struct program *p)
{
	int by = o->view ? view_tile_by(o->view) : -1;
	struct app_options options = {.theme = THEME_MONO,
		.language = o->language,
		.tile_by = by < 0 ? 0 : by};
	uint32_t first_serial = reg(machine_world(p->machine), REG_SERIAL);
	struct app *app = app_new(p->scenario, p->machine, &options);
	int status = o->at ? go(o, p->machine) : EXIT_FINE;

	if (!status && o->select) {
		uint32_t serial;

		status = show_select(o, p, first_serial, &serial);
		app_select_serial(app, serial);
	}
	if (!o->why)
		draw(o, app);
	else if (!status)
		status = show_why(o, p, first_serial);
	app_free(app);
	return status;
}

int cmd_show(const struct options *o)
{
	struct program p;
	int status = program_load(&p, o, GC_FIVE_STEP, true);

	if (status)
		return status;
	status = o->diff ? show_diff(o, &p) : show_place(o, &p);
	program_free(&p);
	return status;
}
