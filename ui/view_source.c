#include "view.h"

#include <stdlib.h>

#include "i18n.h"
#include "strbuf.h"
#include "xalloc.h"

/*
 * The program's lines.  Comments for the audience are left out: they are shown
 * as captions when their line comes.
 *
 *	 • 7  ring.append(ring)		has just run
 *	 ► 9  del ring			runs next, or is running
 *	b 11  gc.collect()		there is a stop; -: it is switched off
 */

/* Row of the line among the shown ones, and how many those are. */
static int row_of(const struct scenario *s, int line, int *total)
{
	int row = 0, rows = 0;

	for (int i = 1; i <= s->line_count; i++) {
		if (scenario_is_aside(s, i))
			continue;
		if (i <= line)
			row = rows;
		rows++;
	}
	*total = rows;
	return row;
}

/* The first row to show, held to what there is. */
static int held(int first, int total, int height)
{
	if (first > total - height)
		first = total - height;
	return first > 0 ? first : 0;
}

static int digits(int n)
{
	int d = 1;

	while (n >= 10) {
		n /= 10;
		d++;
	}
	return d;
}

static void draw_line(struct canvas *c, const struct scene *s, int y, int line,
	int width, bool under_cursor)
{
	const struct stop *stop = s->stops ? stops_on_line(s->stops, line) : NULL;
	bool current = line == s->line;
	unsigned style = current ? STYLE_DEFAULT | STYLE_BOLD : STYLE_DEFAULT;

	if (current)
		canvas_glyph(c, 1, y, GLYPH_HEAD_RIGHT, STYLE_DEFAULT | STYLE_BOLD);
	else if (line == s->line_done)
		canvas_glyph(c, 1, y, GLYPH_BULLET, STYLE_DEFAULT);
	if (stop)
		canvas_text(c, 0, y, stop->enabled ? "b" : "-", STYLE_TITLE);
	canvas_printf(c, 3, y, current ? style : STYLE_DIM, "%*d", width, line);
	canvas_text_fit(c, 5 + width, y, c->columns - 5 - width, CANVAS_CUT_END,
		s->scenario->lines[line - 1], style);
	if (current)
		canvas_restyle(c, (struct canvas_rect){0, y, c->columns, 1},
			STYLE_DEFAULT | STYLE_REVERSE);
	if (under_cursor)
		canvas_restyle(c, (struct canvas_rect){0, y, c->columns, 1},
			STYLE_SELECTED | STYLE_UNDERLINE);
}

/* The first row, moved so that the user's cursor is seen. */
static int following(int first, int row, int height)
{
	if (row < first)
		return row;
	return row >= first + height ? row - height + 1 : first;
}

void view_source_draw(struct canvas *c, const struct scene *s, struct view_place *p)
{
	const struct scenario *scenario = s->scenario;
	int total, row = row_of(scenario, s->line ? s->line : s->line_done, &total);
	int usual = held(row - c->rows / 2, total, c->rows);
	int first = held(usual + p->scroll, total, c->rows);
	int width = digits(scenario->line_count);
	int shown = 0;

	if (p->line)
		first = following(first, row_of(scenario, p->line, &total), c->rows);
	p->scroll = first - usual;
	for (int line = 1; line <= scenario->line_count; line++) {
		if (scenario_is_aside(scenario, line))
			continue;
		if (shown >= first && shown - first < c->rows) {
			draw_line(c, s, shown - first, line, width, line == p->line);
			spots_add(p->spots,
				(struct canvas_rect){0, shown - first, c->columns, 1},
				SPOT_LINE, (uint64_t)line);
			if (line == (p->line ? p->line : s->line)) {
				p->cursor_x = 1;
				p->cursor_y = shown - first;
			}
		}
		shown++;
	}
	if (scenario->line_count == 0)
		canvas_text(c, 1, 0, _("(the file is empty)"), STYLE_DIM);
}
