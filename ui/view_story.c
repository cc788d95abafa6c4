#include "view.h"

#include "i18n.h"
#include "strbuf.h"

/* The last steps in words, the present one at the bottom. */

enum {
	LOOK_BACK = 2000
};

static void draw_step(struct canvas *c, const struct scene *s, uint64_t step,
	const struct event *e, int bottom, int *rows)
{
	struct narrator n = s->narrator;
	struct strbuf text = STRBUF_INIT;
	struct canvas_rect place = {8, 0, c->columns - 9, 0};
	bool now = step == s->step;

	n.phase = timeline_phase(s->timeline, step);
	narrate(&n, e, &text);
	*rows = canvas_text_wrap(c, place, text.text, STYLE_DEFAULT);
	place.y = bottom - *rows;
	place.height = *rows;
	canvas_printf(c, 0, place.y, now ? STYLE_TITLE : STYLE_DIM, "%6llu",
		(unsigned long long)step);
	canvas_text_wrap(c, place, text.text, now ? STYLE_TITLE : STYLE_DEFAULT);
	strbuf_free(&text);
}

void view_story_draw(struct canvas *c, const struct scene *s, struct view_place *p)
{
	uint64_t step = s->step;
	int bottom = c->rows, skip, rows;

	if (p->scroll > 0)
		p->scroll = 0;
	skip = -p->scroll;
	for (int i = 0; i < LOOK_BACK && bottom > 0; i++, step--) {
		struct event e = machine_event_at(s->machine, step);

		if (event_is_shown(&e) || step == s->step) {
			if (skip > 0) {
				skip--;
			} else {
				draw_step(c, s, step, &e, bottom, &rows);
				bottom -= rows;
			}
		}
		if (step == 0)
			break;
	}
}
