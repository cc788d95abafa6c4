#include "view.h"

#include "i18n.h"
#include "strbuf.h"

/*
 * The counters that decide when a collection starts by itself, each against
 * its threshold.
 *
 *	 gen 0  ████████░░░░░░  412 of 700
 */

static void draw_bar(
	struct canvas *c, int y, int x, int width, uint32_t count, uint32_t limit)
{
	uint64_t full = limit ? (uint64_t)count * (unsigned)width / limit : 0;

	for (int i = 0; i < width; i++)
		canvas_glyph(c, x + i, y, (uint64_t)i < full ? GLYPH_FULL : GLYPH_SHADE,
			(uint64_t)i < full ? STYLE_DEFAULT : STYLE_DIM);
}

static void draw_counter(struct canvas *c, const struct scene *s, int y, unsigned g)
{
	uint32_t count = reg(s->w, REG_GC_COUNT + g);
	uint32_t limit = reg(s->w, REG_GC_THRESHOLD + g);
	int width = c->columns - 25;
	bool changed = s->event.kind == EV_COUNT && s->event.index == g;
	int x = 1 + canvas_printf(c, 1, y, STYLE_DEFAULT, _("gen %u"), g) + 1;

	if (width >= 4) {
		draw_bar(c, y, x, width, count, limit);
		x += width + 1;
	}
	canvas_printf(c, x, y, changed ? STYLE_CHANGED : STYLE_DEFAULT, _("%u of %u"),
		count, limit);
}

void view_counters_draw(struct canvas *c, const struct scene *s, struct view_place *p)
{
	struct rows r = rows_start(c, 0);

	(void)p;
	for (unsigned g = 0; g < 3; g++)
		draw_counter(c, s, rows_next(&r), g);
	if (!reg(s->w, REG_GC_ENABLED))
		rows_text(&r, 1, _("automatic collection is off (gc.disable())"),
			STYLE_DEFAULT);
	else if (reg(s->w, REG_GC_THRESHOLD) == 0)
		rows_text(&r, 1, _("threshold 0: no collection starts by itself"),
			STYLE_DEFAULT);
}
