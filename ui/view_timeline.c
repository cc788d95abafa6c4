#include "view.h"

#include "i18n.h"
#include "strbuf.h"

/*
 * The steps from the start on one row: where collections lie, by the number of
 * the step of five, and where we are.
 *
 *	├──────11112233445►                    step 412
 *
 * Until the end is known the scale doubles when the row is full.
 */

struct scale {
	uint64_t cell; /* steps a cell stands for */
	uint64_t last; /* last step that may be drawn */
	int width;
};

static struct scale scale_of(const struct scene *s, int width)
{
	struct scale scale = {1, s->step, width};
	uint64_t total = s->step + 1;

	if (machine_end_known(s->machine)) {
		scale.last = machine_frontier(s->machine);
		total = scale.last + 1;
		scale.cell = (total + (uint64_t)width - 1) / (uint64_t)width;
		return scale;
	}
	while (scale.cell * (uint64_t)width < total)
		scale.cell *= 2;
	return scale;
}

/* The phase that says most about a cell: the one at its end, or the last that
 * began in it. */
static enum gc_phase phase_of(const struct scene *s, uint64_t from, uint64_t to)
{
	const struct timeline_mark *mark = timeline_at(s->timeline, to);

	if (!mark || (mark->phase == GC_PHASE_IDLE && mark->step < from))
		return GC_PHASE_IDLE;
	if (mark->phase != GC_PHASE_IDLE)
		return mark->phase;
	mark = timeline_at(s->timeline, mark->step - 1);
	return mark ? mark->phase : GC_PHASE_IDLE;
}

static void draw_cell(
	struct canvas *c, const struct scene *s, const struct scale *scale, int i)
{
	uint64_t from = (uint64_t)i * scale->cell, to = from + scale->cell - 1;
	enum gc_phase phase;
	unsigned style = STYLE_DEFAULT;
	uint32_t code;

	if (from > scale->last)
		return;
	if (s->step >= from && s->step <= to) {
		canvas_glyph(
			c, 1 + i, 0, GLYPH_HEAD_RIGHT, STYLE_TITLE | STYLE_REVERSE);
		return;
	}
	if (to > scale->last)
		to = scale->last;
	phase = phase_of(s, from, to);
	if (phase == GC_PHASE_IDLE) {
		code = glyph_line(c->glyphs, LINE_SINGLE, ARM_E | ARM_W);
		style = STYLE_BORDER;
	} else {
		code = gc_phase_step(phase) ? '0' + (uint32_t)gc_phase_step(phase)
					    : ':';
	}
	canvas_put(c, 1 + i, 0, code, style);
}

void view_timeline_draw(struct canvas *c, const struct scene *s, struct view_place *p)
{
	struct strbuf text = STRBUF_INIT;
	int width = c->columns - 2;
	struct scale scale;

	strbuf_printf(&text, _("step %llu"), (unsigned long long)s->step);
	if (machine_end_known(s->machine))
		strbuf_printf(&text, _(" of %llu"),
			(unsigned long long)machine_frontier(s->machine));
	if (c->columns > 40) {
		width -= 24;
		canvas_text(c, c->columns - 22, 0, text.text, STYLE_DEFAULT);
	}
	strbuf_free(&text);
	if (width < 1)
		return;
	scale = scale_of(s, width);
	for (int i = 0; i < width; i++) {
		draw_cell(c, s, &scale, i);
		spots_add(p->spots, (struct canvas_rect){1 + i, 0, 1, 1}, SPOT_STEP,
			(uint64_t)i * scale.cell);
	}
}
