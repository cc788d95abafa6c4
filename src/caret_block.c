#include "caret_part.h"

#include <stdlib.h>
#include <string.h>

#include "caret_width.h"
#include "utf8.h"
#include "xalloc.h"

/* What is shown of a place of several lines: its lines without their common
 * indentation, and the bytes in the first and the last one where it starts and ends. */
struct block {
	struct caret_line *lines;
	size_t count, start, end;
	struct anchors anchors;
	bool carets;
};

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

static size_t blanks(struct caret_line l)
{
	size_t n = 0;

	while (n < l.length && is_blank(l.text[n]))
		n++;
	return n;
}

static struct caret_line stripped_right(struct caret_line l)
{
	while (l.length && strchr(" \t\f\v\r", l.text[l.length - 1]))
		l.length--;
	return l;
}

/* The indentation that all lines with something in them have (textwrap.dedent). */
static size_t common_indentation(const struct caret_line *lines, size_t count)
{
	struct caret_line margin = {NULL, 0};

	for (size_t i = 0; i < count; i++) {
		size_t n = blanks(lines[i]), same = 0;

		if (n == lines[i].length)
			continue;
		if (!margin.text) {
			margin = (struct caret_line){lines[i].text, n};
			continue;
		}
		while (same < n && same < margin.length &&
			lines[i].text[same] == margin.text[same])
			same++;
		margin.length = same;
	}
	return margin.length;
}

static void remove_indentation(struct caret_line *lines, size_t count)
{
	size_t n = common_indentation(lines, count);

	for (size_t i = 0; i < count; i++) {
		size_t skipped =
			blanks(lines[i]) == lines[i].length ? lines[i].length : n;

		lines[i].text += skipped;
		lines[i].length -= skipped;
	}
}

/* Columns of the screen before byte OFFSET. */
static size_t columns(struct caret_line l, size_t offset)
{
	size_t n = 0, size;

	if (offset > l.length)
		offset = l.length;
	for (size_t i = 0; i < offset; i += size)
		n += caret_width(utf8_decode(l.text + i, l.length - i, &size));
	return n;
}

static struct caret_line part(struct caret_line l, size_t from, size_t to)
{
	return (struct caret_line){l.text + from, to > from ? to - from : 0};
}

static bool has_text(struct caret_line l)
{
	return blanks(l) < l.length;
}

static size_t characters(struct caret_line l, size_t bytes)
{
	return utf8_count(l.text, bytes);
}

static void find_segment(struct block *b, struct py_version v)
{
	struct caret_line *segment = xcalloc(b->count, sizeof(*segment));
	struct caret_line first = b->lines[0], last = b->lines[b->count - 1];

	memcpy(segment, b->lines, b->count * sizeof(*segment));
	segment[b->count - 1] = part(last, 0, b->end);
	segment[0] = part(first, b->start, b->count == 1 ? b->end : first.length);
	caret_anchors(segment, b->count, v, &b->anchors);
	free(segment);
	if (b->anchors.left_line == 0)
		b->anchors.left += b->start;
	if (b->anchors.right_line == 0)
		b->anchors.right += b->start;
	b->carets = !caret_is_plain_call(b->lines, b->count, v,
			    characters(first, b->start), characters(last, b->end)) &&
		(b->anchors.found || has_text(part(first, 0, b->start)) ||
			has_text(part(last, b->end, last.length)));
}

/* Whether column COLUMN of line I is between the anchors. */
static bool between_anchors(const struct block *b, size_t i, size_t column)
{
	const struct anchors *a = &b->anchors;

	return (i > a->left_line ||
		       (i == a->left_line &&
			       column >= columns(b->lines[i], a->left))) &&
		(i < a->right_line ||
			(i == a->right_line &&
				column < columns(b->lines[i], a->right)));
}

static void put_line(const struct block *b, size_t i, struct strbuf *out)
{
	struct caret_line l = b->lines[i];
	size_t end = columns(l, i + 1 == b->count ? b->end : l.length);
	size_t start = i == 0 ? columns(l, b->start) : 0;

	strbuf_add(out, l.text, l.length);
	strbuf_putc(out, '\n');
	if (!b->carets)
		return;
	for (size_t column = 0; column < end; column++) {
		if (column < blanks(l) || column < start)
			strbuf_putc(out, ' ');
		else
			strbuf_putc(out,
				b->anchors.found && !between_anchors(b, i, column)
					? '~'
					: '^');
	}
	strbuf_putc(out, '\n');
}

/* The first line, the last one, and those around an anchor. */
static bool is_significant(const struct block *b, size_t i)
{
	const struct anchors *a = &b->anchors;

	return i == 0 || i + 1 == b->count ||
		(a->found &&
			((i + 1 >= a->left_line && i <= a->left_line + 1) ||
				(i + 1 >= a->right_line && i <= a->right_line + 1)));
}

static void put_lines(const struct block *b, struct strbuf *out)
{
	size_t shown = 0;

	for (size_t i = 0; i < b->count; i++) {
		if (!is_significant(b, i))
			continue;
		if (i == shown + 1)
			put_line(b, shown, out);
		else if (i > shown)
			strbuf_printf(out, "...<%zu lines>...\n", i - shown);
		put_line(b, i, out);
		shown = i + 1;
	}
}

/* Indents TEXT by four blanks, after its own common indentation has gone. */
static void put_indented(const struct strbuf *text, struct strbuf *out)
{
	struct caret_line *lines = NULL;
	size_t count = 0;

	for (const char *s = text->text; *s; s += strcspn(s, "\n") + 1) {
		lines = xreallocarray(lines, count + 1, sizeof(*lines));
		lines[count++] = (struct caret_line){s, strcspn(s, "\n")};
	}
	remove_indentation(lines, count);
	for (size_t i = 0; i < count; i++) {
		strbuf_puts(out, "    ");
		strbuf_add(out, lines[i].text, lines[i].length);
		strbuf_putc(out, '\n');
	}
	free(lines);
}

static void put_block(struct block *b, struct py_version v,
	const struct op_position *where, struct strbuf *out)
{
	size_t before = b->lines[0].length, lost;
	struct strbuf text = STRBUF_INIT;

	remove_indentation(b->lines, b->count);
	lost = before - b->lines[0].length;
	b->start = (size_t)where->column > lost ? (size_t)where->column - lost : 0;
	b->end =
		(size_t)where->end_column > lost ? (size_t)where->end_column - lost : 0;
	if (b->start > b->lines[0].length)
		b->start = b->lines[0].length;
	if (b->end > b->lines[b->count - 1].length)
		b->end = b->lines[b->count - 1].length;
	find_segment(b, v);
	put_lines(b, &text);
	put_indented(&text, out);
	strbuf_free(&text);
}

void caret_block(const char *source, struct py_version v, int line,
	const struct op_position *where, struct strbuf *out)
{
	bool known = where && where->line > 0;
	struct block b = {.count = known ? (size_t)(where->end_line - line) + 1 : 1};
	bool any = false;

	b.lines = xcalloc(b.count, sizeof(*b.lines));
	for (size_t i = 0; i < b.count; i++) {
		b.lines[i] = stripped_right(caret_source_line(source, line + (int)i));
		any |= b.lines[i].length != 0;
	}
	if (any && known) {
		put_block(&b, v, where, out);
	} else if (any) {
		remove_indentation(b.lines, 1);
		strbuf_printf(
			out, "    %.*s\n", (int)b.lines[0].length, b.lines[0].text);
	}
	free(b.lines);
}
