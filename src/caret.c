#include "caret.h"

#include <string.h>

#include "caret_part.h"
#include "utf8.h"

#define INDENT "    "

struct caret_line caret_source_line(const char *source, int line)
{
	const char *s = source;

	for (int i = 1; s && i < line; i++) {
		s = strchr(s, '\n');
		s = s ? s + 1 : NULL;
	}
	return s ? (struct caret_line){s, strcspn(s, "\r\n")}
		 : (struct caret_line){"", 0};
}

static size_t indentation(struct caret_line l)
{
	size_t n = 0;

	while (n < l.length && strchr(" \t\f", l.text[n]))
		n++;
	return n;
}

static void put_line(struct caret_line l, struct strbuf *out)
{
	size_t indent = indentation(l);

	if (indent == l.length)
		return;
	strbuf_puts(out, INDENT);
	strbuf_add(out, l.text + indent, l.length - indent);
	strbuf_putc(out, '\n');
}

void caret_plain_line(const char *source, int line, struct strbuf *out)
{
	put_line(caret_source_line(source, line), out);
}

/* Carets below characters START <= i < END of a line that lost INDENTED characters in
 * front; those between the anchors of A are of the other kind. */
static void put_carets(size_t indented, size_t start, size_t end,
	const struct anchors *a, struct strbuf *out)
{
	strbuf_puts(out, INDENT);
	for (size_t i = indented; i < end; i++) {
		if (i < start)
			strbuf_putc(out, ' ');
		else
			strbuf_putc(out,
				a->found && (i < a->left || i >= a->right) ? '~' : '^');
	}
	strbuf_putc(out, '\n');
}

static size_t characters(struct caret_line l, size_t bytes)
{
	return utf8_count(l.text, bytes < l.length ? bytes : l.length);
}

/* 3.11 and 3.12: one line, with carets. */
static void put_one_line(struct caret_line l, struct py_version v,
	const struct op_position *where, struct strbuf *out)
{
	size_t indent = indentation(l), from = (size_t)where->column;
	size_t to = (size_t)where->end_column, start, end;
	struct anchors a = {0};

	put_line(l, out);
	if (where->line == where->end_line) {
		struct caret_line segment;

		if (to > l.length)
			to = l.length;
		segment = (struct caret_line){l.text + from, to - from};
		caret_anchors(&segment, 1, v, &a);
		a.left = characters(l, from + a.left);
		a.right = characters(l, from + a.right);
	} else {
		to = l.length;
		while (to && strchr(" \t\f", l.text[to - 1]))
			to--;
	}
	start = characters(l, from);
	end = characters(l, to);
	if (a.found || end - start != characters(l, l.length) - indent)
		put_carets(indent, start, end, &a, out);
}

void caret_lines(const char *source, struct py_version v, int line,
	const struct op_position *where, struct strbuf *out)
{
	struct caret_line l = caret_source_line(source, line);

	if (py_at_least(v, 3, 13))
		caret_block(source, v, line, where, out);
	else if (py_at_least(v, 3, 11) && where && where->line > 0 &&
		(size_t)where->column <= l.length && indentation(l) < l.length)
		put_one_line(l, v, where, out);
	else
		put_line(l, out);
}
