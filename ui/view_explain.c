#include "view.h"

#include <string.h>

#include "i18n.h"
#include "strbuf.h"

/*
 * The present step in one sentence, then what it means: the caption that the
 * scenario has for the line, or our own words.
 */

static void draw_sentence(struct rows *r, const struct scene *s)
{
	struct strbuf text = STRBUF_INIT;

	narrate(&s->narrator, &s->event, &text);
	rows_wrap(r, 1, text.text, STYLE_TITLE);
	strbuf_free(&text);
}

/* The source of a line that is about to run. */
static void draw_line(struct rows *r, const struct scene *s)
{
	const char *text;

	if (!s->at_line || s->line < 1 || s->line > s->scenario->line_count)
		return;
	text = s->scenario->lines[s->line - 1];
	rows_text(r, 3, text + strspn(text, " \t"), STYLE_DEFAULT);
}

static bool draw_caption(struct rows *r, const struct scene *s)
{
	const char *text =
		scenario_caption(s->scenario, s->line, CAPTION_TEXT, s->language);
	const char *question =
		scenario_caption(s->scenario, s->line, CAPTION_QUESTION, s->language);

	if (text)
		rows_wrap(r, 1, text, STYLE_DEFAULT);
	if (question) {
		struct strbuf marked = STRBUF_INIT;

		strbuf_printf(&marked, "? %s", question);
		rows_wrap(r, 1, marked.text, STYLE_TITLE);
		strbuf_free(&marked);
	}
	return text || question;
}

static void draw_opening(struct rows *r, const struct scene *s)
{
	if (s->scenario->title)
		rows_wrap(r, 1, _(s->scenario->title), STYLE_TITLE);
	if (s->scenario->goal)
		rows_wrap(r, 1, _(s->scenario->goal), STYLE_DEFAULT);
}

void view_explain_draw(struct canvas *c, const struct scene *s, struct view_place *p)
{
	struct rows r = rows_start(c, 0);
	const char *meaning = narrate_explanation(&s->narrator, &s->event);
	bool captioned = false;

	(void)p;
	draw_sentence(&r, s);
	draw_line(&r, s);
	if (s->step == 0)
		draw_opening(&r, s);
	else if (s->query.gc.phase == GC_PHASE_IDLE)
		captioned = draw_caption(&r, s);
	if (*meaning && (!captioned || r.count + 2 < c->rows))
		rows_wrap(&r, 1, meaning, captioned ? STYLE_DIM : STYLE_DEFAULT);
}
