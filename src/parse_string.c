#include "parse_core.h"

#include <stdlib.h>
#include <string.h>

#include "utf8.h"
#include "xalloc.h"

/* A string token, taken apart. */
struct literal {
	const struct token *token;
	const char *text; /* between the quotes */
	size_t length;
	bool raw, bytes, unicode, format;
};

static struct literal take_apart(struct parser *p, const struct token *t)
{
	struct literal s = {.token = t};
	const char *at = t->text;

	for (; *at != '"' && *at != '\''; at++) {
		char c = *at | 0x20;
		s.raw |= c == 'r';
		s.bytes |= c == 'b';
		s.unicode |= c == 'u';
		s.format |= c == 'f';
	}
	size_t rest = t->length - (size_t)(at - t->text);
	size_t quotes = rest >= 6 && at[1] == at[0] && at[2] == at[0] ? 3 : 1;
	s.text = at + quotes;
	s.length = rest - 2 * quotes;
	if (parse_is_2(p) && !s.unicode && !(p->unicode_literals && !s.bytes))
		s.bytes = true;
	return s;
}

/* ---- escapes */

struct decoder {
	struct parser *parser;
	const struct token *token;
	const char *text;
	size_t length, at;
	struct strbuf *out;
};

static int hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if ((c | 0x20) >= 'a' && (c | 0x20) <= 'f')
		return (c | 0x20) - 'a' + 10;
	return -1;
}

/* Up to COUNT hexadecimal digits at d->at; returns how many there are. */
static int read_hex(struct decoder *d, int count, uint32_t *value)
{
	int n = 0;

	*value = 0;
	while (n < count && d->at < d->length && hex_digit(d->text[d->at]) >= 0) {
		*value = *value << 4 | (uint32_t)hex_digit(d->text[d->at++]);
		n++;
	}
	return n;
}

static uint32_t read_octal(struct decoder *d)
{
	uint32_t value = 0;

	for (int i = 0; i < 3 && d->at < d->length; i++) {
		char c = d->text[d->at];
		if (c < '0' || c > '7')
			break;
		value = value * 8 + (uint32_t)(c - '0');
		d->at++;
	}
	return value;
}

/* The escapes of one character; 0 if C is none (a backslash at the end of a line
 * is handled apart). */
static char simple_escape(char c)
{
	static const char from[] = "\\'\"abfnrtv", to[] = "\\'\"\a\b\f\n\r\t\v";
	const char *found = c ? strchr(from, c) : NULL;

	return found ? to[found - from] : '\0';
}

/* How CPython counts a position in a text that it has turned into escapes: each
 * character that is not ASCII becomes \UXXXXXXXX. */
static size_t escaped_position(const struct decoder *d, size_t at)
{
	size_t n = 0;

	for (size_t i = 0; i < at;) {
		size_t size;
		utf8_decode(d->text + i, d->length - i, &size);
		n += size > 1 ? 10 : 1;
		i += size;
	}
	return n;
}

_Noreturn static void fail_unicode(struct decoder *d, size_t from, const char *why)
{
	size_t begin = escaped_position(d, from), end = escaped_position(d, d->at) - 1;

	if (end == begin)
		parse_fail_string(d->parser, d->token,
			"(unicode error) '%s' codec can't decode byte 0x5c in position "
			"%zu: %s",
			"unicodeescape", begin, why);
	parse_fail_string(d->parser, d->token,
		"(unicode error) '%s' codec can't decode bytes in position %zu-%zu: %s",
		"unicodeescape", begin, end, why);
}

_Noreturn static void refuse_name(struct decoder *d)
{
	struct parser *p = d->parser;
	const struct token *t = d->token;

	diag_refuse(p->error, source_name(p->source), (int)t->line,
		1 + (int)source_column(p->source, t->line, t->column),
		"characters by name (\\N{...}) are not known here: write \\u or \\U");
	longjmp(p->failed, 1);
}

static void named_character(struct decoder *d, size_t from)
{
	size_t end = d->at + 1;

	if (d->at < d->length && d->text[d->at] == '{') {
		while (end < d->length && d->text[end] != '}')
			end++;
		if (end < d->length && end > d->at + 1)
			refuse_name(d);
		d->at = end < d->length ? end + 1 : end;
	}
	fail_unicode(d, from, "malformed \\N character escape");
}

static void unicode_hex(struct decoder *d, size_t from, char kind)
{
	static const char *const why[] = {"truncated \\xXX escape",
		"truncated \\uXXXX escape", "truncated \\UXXXXXXXX escape"};
	int count = kind == 'x' ? 2 : kind == 'u' ? 4 : 8;
	uint32_t value;

	if (read_hex(d, count, &value) < count)
		fail_unicode(d, from, why[count / 4]);
	if (value > 0x10ffff)
		fail_unicode(d, from, "illegal Unicode character");
	strbuf_put_utf8(d->out, value);
}

/* After a backslash in a text string. */
static void unicode_escape(struct decoder *d)
{
	size_t from = d->at - 1;
	char c = d->text[d->at];

	if (c == '\n') {
		d->at++;
	} else if (simple_escape(c)) {
		strbuf_putc(d->out, simple_escape(c));
		d->at++;
	} else if (c >= '0' && c <= '7') {
		strbuf_put_utf8(d->out, read_octal(d));
	} else if (c == 'x' || c == 'u' || c == 'U') {
		d->at++;
		unicode_hex(d, from, c);
	} else if (c == 'N') {
		d->at++;
		named_character(d, from);
	} else {
		strbuf_putc(d->out, '\\');
	}
}

_Noreturn static void fail_bytes(struct decoder *d, size_t from)
{
	struct parser *p = d->parser;

	if (parse_is_2(p)) {
		diag_free(p->error);
		p->error->kind = DIAG_SYNTAX;
		p->error->type = xstrdup("ValueError");
		p->error->message = xstrdup("invalid \\x escape");
		longjmp(p->failed, 1);
	}
	parse_fail_string(
		p, d->token, "(value error) invalid \\x escape at position %zu", from);
}

/* After a backslash in a byte string. */
static void byte_escape(struct decoder *d)
{
	size_t from = d->at - 1;
	char c = d->text[d->at];
	uint32_t value;

	if (c == '\n') {
		d->at++;
	} else if (simple_escape(c)) {
		strbuf_putc(d->out, simple_escape(c));
		d->at++;
	} else if (c >= '0' && c <= '7') {
		strbuf_putc(d->out, (char)read_octal(d));
	} else if (c == 'x') {
		d->at++;
		if (read_hex(d, 2, &value) < 2)
			fail_bytes(d, from);
		strbuf_putc(d->out, (char)value);
	} else {
		strbuf_putc(d->out, '\\');
	}
}

/* 2.7: ur'...' still knows \u and \U after an odd number of backslashes. */
static void raw_unicode_escape(struct decoder *d)
{
	size_t from = d->at - 1;
	char c = d->text[d->at];
	uint32_t value;

	if (c == 'u' || c == 'U') {
		int count = c == 'u' ? 4 : 8;
		d->at++;
		if (read_hex(d, count, &value) < count || value > 0x10ffff)
			fail_unicode(d, from, "truncated \\uXXXX");
		strbuf_put_utf8(d->out, value);
		return;
	}
	strbuf_putc(d->out, '\\');
	strbuf_putc(d->out, c);
	d->at++;
}

static void decode(struct decoder *d, bool raw, bool bytes)
{
	bool two = parse_is_2(d->parser);

	while (d->at < d->length) {
		char c = d->text[d->at++];
		bool escape = c == '\\' && d->at < d->length;
		if (!escape || (raw && !(two && !bytes)))
			strbuf_putc(d->out, c);
		else if (raw)
			raw_unicode_escape(d);
		else if (bytes)
			byte_escape(d);
		else
			unicode_escape(d);
	}
}

static struct ast_value finish(struct decoder *d, bool bytes)
{
	struct parser *p = d->parser;
	struct ast_value v = {.kind = bytes ? AST_VALUE_BYTES : AST_VALUE_STR};
	char *text = ast_alloc(p->tree, d->out->length + 1);

	memcpy(text, d->out->text, d->out->length);
	v.text = text;
	v.length = d->out->length;
	return v;
}

struct ast_value parse_decode(struct parser *p, const struct token *t, const char *text,
	size_t length, bool raw, bool bytes)
{
	struct decoder d = {p, t, text, length, 0, &p->decoded};

	strbuf_clear(&p->decoded);
	if (bytes && parse_is_2(p) && source_is_recoded(p->source)) {
		strbuf_clear(&p->encoded);
		source_encode(p->source, text, length, &p->encoded);
		d.text = p->encoded.text;
		d.length = p->encoded.length;
	}
	decode(&d, raw, bytes);
	return finish(&d, bytes);
}

/* ---- adjacent literals */

static void check_bytes(struct parser *p, const struct literal *s)
{
	if (parse_is_2(p) || utf8_ascii_prefix(s->text, s->length) == s->length)
		return;
	parse_fail_token(p, s->token,
		"bytes can only contain ASCII literal characters%s",
		parse_at_least(p, 3, 10) ? "" : ".");
}

static void push_value(struct parser *p, const struct token *t, struct ast_value v)
{
	struct ast *node = ast_node(p->tree, AST_CONSTANT, parse_token_place(t));

	node->constant.value = v;
	parse_push(p, node);
}

static bool is_text(const struct ast *node)
{
	return node->kind == AST_CONSTANT;
}

/* Joins neighbouring constants among the parts since MARK; in an f-string empty
 * ones go. */
static void join_parts(struct parser *p, size_t mark, bool format)
{
	size_t to = mark;

	for (size_t from = mark; from < p->item_count;) {
		struct ast *node = p->items[from++];
		if (is_text(node)) {
			struct strbuf text = STRBUF_INIT;
			struct ast_value *v = &node->constant.value;
			strbuf_add(&text, v->text, v->length);
			for (; from < p->item_count && is_text(p->items[from]);
				from++) {
				struct ast *more = p->items[from];
				strbuf_add(&text, more->constant.value.text,
					more->constant.value.length);
				node->place.end_line = more->place.end_line;
				node->place.end_column = more->place.end_column;
			}
			char *copy = ast_alloc(p->tree, text.length + 1);
			memcpy(copy, text.text, text.length);
			v->text = copy;
			v->length = text.length;
			strbuf_free(&text);
			if (format && v->length == 0)
				continue;
		}
		p->items[to++] = node;
	}
	p->item_count = to;
}

static struct ast *finish_strings(struct parser *p, const struct token *start,
	size_t mark, bool format, bool template, bool unicode)
{
	join_parts(p, mark, format);
	if (!format) {
		struct ast *node = p->items[mark];
		p->item_count = mark;
		node->place = parse_place_from(p, start);
		node->constant.value.unicode_prefix = unicode;
		return node;
	}
	struct ast *node =
		parse_node(p, template ? AST_TEMPLATE_STR : AST_JOINED_STR, start);
	struct ast_list parts = parse_list(p, mark);
	if (template)
		node->template_str.values = parts;
	else
		node->joined_str.values = parts;
	return node;
}

/* 2.7: 'a' u'b' is unicode: the bytes are read as ASCII. */
static void to_unicode(struct parser *p, size_t mark)
{
	for (size_t i = mark; i < p->item_count; i++) {
		struct ast_value *v = &p->items[i]->constant.value;
		if (v->kind == AST_VALUE_BYTES)
			v->kind = AST_VALUE_STR;
	}
}

static void one_literal(struct parser *p, const struct literal *s)
{
	if (s->bytes)
		check_bytes(p, s);
	if (s->format)
		parse_old_fstring(p, s->token, s->text, s->length, s->raw);
	else
		push_value(p, s->token,
			parse_decode(
				p, s->token, s->text, s->length, s->raw, s->bytes));
}

static bool is_template_start(const struct token *t)
{
	for (uint32_t i = 0; i < t->length; i++)
		if ((t->text[i] | 0x20) == 't')
			return true;
	return false;
}

/* All the literals that stand side by side. */
struct strings {
	bool any_bytes, any_text, any_format, any_template, first_unicode;
};

struct ast *parse_strings(struct parser *p)
{
	const struct token *start = parse_peek(p);
	size_t mark = parse_mark(p);
	struct strings all = {0};
	size_t first = p->at;

	for (;;) {
		const struct token *t = parse_peek(p);
		if (t->kind == TOKEN_STRING) {
			struct literal s = take_apart(p, parse_next(p));
			all.any_bytes |= s.bytes;
			all.any_text |= !s.bytes;
			all.any_format |= s.format;
			if (p->at - 1 == first)
				all.first_unicode = s.unicode;
			if (all.any_bytes && all.any_text && !parse_is_2(p))
				parse_fail_string(p, start,
					"cannot mix bytes and nonbytes literals");
			one_literal(p, &s);
		} else if (t->kind == TOKEN_FSTRING_START) {
			all.any_format = all.any_text = true;
			all.any_template |= is_template_start(t);
			if (all.any_bytes)
				parse_fail_string(p, start,
					"cannot mix bytes and nonbytes literals");
			parse_new_fstring(p);
		} else {
			break;
		}
	}
	if (parse_is_2(p) && all.any_text)
		to_unicode(p, mark);
	return finish_strings(p, start, mark, all.any_format, all.any_template,
		all.first_unicode && !parse_is_2(p));
}
