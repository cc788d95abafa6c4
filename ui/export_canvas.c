#include "export_canvas.h"

#include <stdbool.h>
#include <string.h>

#include "strbuf.h"

enum export_format export_format_of(const char *name)
{
	const char *dot = strrchr(name, '.');

	if (dot && strcmp(dot, ".svg") == 0)
		return EXPORT_SVG;
	return dot && strcmp(dot, ".ansi") == 0 ? EXPORT_ANSI : EXPORT_TEXT;
}

/* Cells of one row that look the same. */
struct run {
	int from, to; /* columns; TO excluded */
	struct theme_look look;
};

static bool is_same(struct theme_look a, struct theme_look b)
{
	return a.fg == b.fg && a.bg == b.bg && a.attributes == b.attributes;
}

static bool next_run(const struct canvas *c, int y, enum theme theme, struct run *r)
{
	r->from = r->to;
	if (r->from >= c->columns)
		return false;
	r->look = theme_look(theme, canvas_at(c, r->from, y)->style);
	for (r->to = r->from + 1; r->to < c->columns; r->to++) {
		const struct canvas_cell *cell = canvas_at(c, r->to, y);

		if (cell->width > 0 &&
			!is_same(theme_look(theme, cell->style), r->look))
			break;
	}
	return true;
}

static void add_cell(const struct canvas_cell *cell, struct strbuf *out)
{
	for (int i = 0; cell->width > 0 && i < WTEXT_CODES && cell->code[i]; i++)
		strbuf_put_utf8(out, cell->code[i]);
}

static void add_ansi_run(
	const struct canvas *c, int y, const struct run *r, struct strbuf *out)
{
	strbuf_puts(out, "\033[0");
	if (r->look.attributes & THEME_BOLD)
		strbuf_puts(out, ";1");
	if (r->look.attributes & THEME_UNDERLINE)
		strbuf_puts(out, ";4");
	if (r->look.attributes & THEME_REVERSE)
		strbuf_puts(out, ";7");
	if (r->look.fg >= 0)
		strbuf_printf(out, ";38;5;%d", r->look.fg);
	if (r->look.bg >= 0)
		strbuf_printf(out, ";48;5;%d", r->look.bg);
	strbuf_putc(out, 'm');
	for (int x = r->from; x < r->to; x++)
		add_cell(canvas_at(c, x, y), out);
}

static void add_ansi(const struct canvas *c, enum theme theme, struct strbuf *out)
{
	for (int y = 0; y < c->rows; y++) {
		struct run r = {0};

		while (next_run(c, y, theme, &r))
			add_ansi_run(c, y, &r, out);
		strbuf_puts(out, "\033[0m\n");
	}
}

/* SVG.  A cell is CELL_X by CELL_Y tenths of a pixel. */

enum {
	CELL_X = 84,
	CELL_Y = 170,
	BASELINE = 130,
	MARGIN = 80
};

/* xterm's palette. */
static unsigned rgb(int colour)
{
	static const unsigned basic[16] = {0x000000, 0xcd0000, 0x00cd00, 0xcdcd00,
		0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5, 0x7f7f7f, 0xff0000, 0x00ff00,
		0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff};
	static const unsigned levels[6] = {0, 95, 135, 175, 215, 255};

	if (colour < 16)
		return basic[colour];
	if (colour >= 232)
		return (unsigned)(8 + 10 * (colour - 232)) * 0x010101u;
	colour -= 16;
	return levels[colour / 36] << 16 | levels[colour / 6 % 6] << 8 |
		levels[colour % 6];
}

/* The colours of a run: where the theme leaves them to the terminal, those of a dark
 * one or of paper. */
static void colours_of(struct theme_look look, enum theme theme, unsigned colour[2])
{
	bool dark = theme == THEME_DARK;
	unsigned kept;

	colour[0] = look.fg >= 0 ? rgb(look.fg) : dark ? 0xd0d0d0 : 0x000000;
	colour[1] = look.bg >= 0 ? rgb(look.bg) : dark ? 0x1c1c1c : 0xffffff;
	if (look.attributes & THEME_REVERSE) {
		kept = colour[0];
		colour[0] = colour[1];
		colour[1] = kept;
	}
}

static void add_pixels(struct strbuf *out, const char *name, int tenths)
{
	strbuf_printf(out, " %s=\"%d.%d\"", name, tenths / 10, tenths % 10);
}

static void add_rectangle(
	struct strbuf *out, int x, int y, int width, int height, unsigned colour)
{
	strbuf_puts(out, "<rect");
	add_pixels(out, "x", x);
	add_pixels(out, "y", y);
	add_pixels(out, "width", width);
	add_pixels(out, "height", height);
	strbuf_printf(out, " fill=\"#%06x\"/>\n", colour);
}

static void add_xml(const char *text, struct strbuf *out)
{
	for (; *text; text++) {
		if (*text == '<')
			strbuf_puts(out, "&lt;");
		else if (*text == '&')
			strbuf_puts(out, "&amp;");
		else
			strbuf_putc(out, *text);
	}
}

static void add_svg_text(struct strbuf *out, const struct run *r, int y,
	const char *text, unsigned colour)
{
	strbuf_puts(out, "<text");
	add_pixels(out, "x", MARGIN + r->from * CELL_X);
	add_pixels(out, "y", MARGIN + y * CELL_Y + BASELINE);
	add_pixels(out, "textLength", (r->to - r->from) * CELL_X);
	strbuf_printf(out, " fill=\"#%06x\"%s%s>", colour,
		r->look.attributes & THEME_BOLD ? " font-weight=\"bold\"" : "",
		r->look.attributes & THEME_UNDERLINE ? " text-decoration=\"underline\""
						     : "");
	add_xml(text, out);
	strbuf_puts(out, "</text>\n");
}

static void add_svg_run(const struct canvas *c, int y, const struct run *r,
	enum theme theme, unsigned paper, struct strbuf *out)
{
	struct strbuf text = STRBUF_INIT;
	unsigned colour[2];

	colours_of(r->look, theme, colour);
	if (colour[1] != paper)
		add_rectangle(out, MARGIN + r->from * CELL_X, MARGIN + y * CELL_Y,
			(r->to - r->from) * CELL_X, CELL_Y, colour[1]);
	for (int x = r->from; x < r->to; x++)
		add_cell(canvas_at(c, x, y), &text);
	if (text.length > strspn(text.text, " "))
		add_svg_text(out, r, y, text.text, colour[0]);
	strbuf_free(&text);
}

static void add_svg(const struct canvas *c, enum theme theme, struct strbuf *out)
{
	int width = 2 * MARGIN + c->columns * CELL_X;
	int height = 2 * MARGIN + c->rows * CELL_Y;
	unsigned plain[2];

	colours_of(theme_look(theme, STYLE_DEFAULT), theme, plain);
	strbuf_puts(out, "<svg xmlns=\"http://www.w3.org/2000/svg\"");
	add_pixels(out, "width", width);
	add_pixels(out, "height", height);
	strbuf_puts(out,
		" font-family=\"monospace\" font-size=\"14\" "
		"xml:space=\"preserve\">\n");
	add_rectangle(out, 0, 0, width, height, plain[1]);
	for (int y = 0; y < c->rows; y++) {
		struct run r = {0};

		while (next_run(c, y, theme, &r))
			add_svg_run(c, y, &r, theme, plain[1], out);
	}
	strbuf_puts(out, "</svg>\n");
}

void export_canvas(const struct canvas *c, enum theme theme, enum export_format format,
	struct strbuf *out)
{
	switch (format) {
	case EXPORT_SVG:
		add_svg(c, theme, out);
		break;
	case EXPORT_ANSI:
		add_ansi(c, theme, out);
		break;
	default:
		canvas_dump(c, out);
		break;
	}
}
