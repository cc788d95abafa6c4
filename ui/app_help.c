#include "app_part.h"

#include "i18n.h"

/* All keys, and what the signs mean. */

struct sign {
	const char *sign, *meaning;
};

static const struct sign signs[] = {
	{"D", N_("dead: nobody can reach it, and nothing has freed it yet")},
	{".", N_("candidate: in the set being collected, not decided")},
	{"R", N_("reachable: decided in this collection")},
	{"?", N_("set aside: perhaps unreachable (dashed border)")},
	{"X", N_("unreachable: decided in this collection (double border)")},
	{"F", N_("its __del__ has run")},
	{"U", N_("uncollectable: in gc.garbage, or kept by it (Python 2)")},
	{"freed", N_("gone; shown for a few steps more (dotted border)")},
	{"rc 2\xe2\x86\x92"
	 "1",
		N_("its refcount has changed in this step")},
	{"gc 1", N_("gc_refs: the collector's own copy of the refcount")},
	{"[x 2]", N_("a small box: refcount, or gc_refs while a collection runs")},
	{"(name)", N_("a name, or another holder from outside")},
};

enum {
	KEYS_WIDTH = 9
};

static void draw_row(struct rows *r, const char *left, const char *right)
{
	struct canvas *c = r->c;
	int y = r->y;

	canvas_text_fit(c, 2, y, KEYS_WIDTH, CANVAS_CUT_END, left, STYLE_TITLE);
	rows_wrap(r, c->columns > 30 ? 2 + KEYS_WIDTH : 8, right, STYLE_DEFAULT);
}

static int draw_rows(struct canvas *c, int scroll)
{
	struct rows r = rows_start(c, scroll);

	rows_text(&r, 1, _("Keys: lower case forward, upper case back."), STYLE_TITLE);
	for (int i = ACTION_NONE + 1; i < ACTION_COUNT; i++) {
		const struct binding *b = keymap_binding((enum action)i);

		draw_row(&r, b->keys, _(b->help));
	}
	rows_next(&r);
	rows_text(&r, 1, _("Signs:"), STYLE_TITLE);
	for (unsigned i = 0; i < sizeof(signs) / sizeof(signs[0]); i++)
		draw_row(&r, signs[i].sign, _(signs[i].meaning));
	return r.count;
}

void app_draw_help(struct app *a, struct canvas *c)
{
	struct canvas_rect all = {0, 0, c->columns, c->rows};
	struct canvas_rect inside = {
		0, 0, c->columns, c->rows > 3 ? c->rows - 1 : c->rows};
	struct canvas sub = canvas_sub(c, inside);
	int rows;

	canvas_fill(c, all, STYLE_DEFAULT);
	rows = draw_rows(&sub, 0);
	if (a->help_scroll > rows - sub.rows)
		a->help_scroll = rows - sub.rows;
	if (a->help_scroll < 0)
		a->help_scroll = 0;
	canvas_fill(c, all, STYLE_DEFAULT);
	draw_rows(&sub, a->help_scroll);
	if (inside.height < c->rows) {
		all = (struct canvas_rect){0, c->rows - 1, c->columns, 1};
		canvas_fill(c, all, STYLE_HINT);
		canvas_text_fit(c, 1, c->rows - 1, c->columns - 1, CANVAS_CUT_END,
			_("Up, Down, PgUp, PgDn scroll   q or ? closes"), STYLE_HINT);
	}
}
