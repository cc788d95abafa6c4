#include "view.h"

#include <stdlib.h>
#include <string.h>

#include "i18n.h"
#include "strbuf.h"

/* What the program has printed, the last lines; standard error is marked. */

struct line_reader {
	struct rows *rows;
	struct strbuf line;
	int stream;
};

static void flush(struct line_reader *l)
{
	if (l->stream == 2)
		rows_text(l->rows, 0, "!", STYLE_ERROR);
	if (l->stream == 2)
		l->rows->y--;
	rows_text(
		l->rows, 1, l->line.text, l->stream == 2 ? STYLE_ERROR : STYLE_DEFAULT);
	strbuf_clear(&l->line);
}

static void add(struct line_reader *l, int stream, const char *bytes, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		if (l->line.length == 0)
			l->stream = stream;
		if (bytes[i] == '\n')
			flush(l);
		else
			strbuf_putc(&l->line, bytes[i]);
	}
}

static int count_lines(const struct scene *s)
{
	size_t cursor = 0, length;
	const char *bytes;
	int stream, lines = 0;
	bool open = false;

	while (machine_output_piece(s->machine, &cursor, &stream, &bytes, &length)) {
		for (size_t i = 0; i < length; i++)
			lines += bytes[i] == '\n';
		open = length && bytes[length - 1] != '\n';
	}
	return lines + open;
}

void view_output_draw(struct canvas *c, const struct scene *s, struct view_place *p)
{
	size_t cursor = 0, length;
	const char *bytes;
	int stream, lines = count_lines(s), first = lines - c->rows + p->scroll;
	struct rows rows;
	struct line_reader reader = {&rows, STRBUF_INIT, 1};

	if (p->reveal)
		first = p->reveal - 1 - c->rows / 2;
	if (first > lines - c->rows)
		first = lines - c->rows;
	if (first < 0)
		first = 0;
	p->scroll = first - (lines > c->rows ? lines - c->rows : 0);
	rows = rows_start(c, first);
	while (machine_output_piece(s->machine, &cursor, &stream, &bytes, &length))
		add(&reader, stream, bytes, length);
	if (reader.line.length)
		flush(&reader);
	if (lines == 0)
		rows_text(&rows, 1, _("(the program has printed nothing yet)"),
			STYLE_DIM);
	strbuf_free(&reader.line);
}
