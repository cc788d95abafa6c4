#include "parse_core.h"

#include <stdlib.h>
#include <string.h>

#include "parse_invalid.h"
#include "xalloc.h"

/* ---- what both ways share */

static void push_text(struct parser *p, const struct token *t, struct ast_value v)
{
	struct ast *node = ast_node(p->tree, AST_CONSTANT, parse_token_place(t));

	node->constant.value = v;
	parse_push(p, node);
}

/* Text as it stands in the source: for {x=}. */
static struct ast_value plain_text(struct parser *p, const char *text, size_t length)
{
	struct ast_value v = {.kind = AST_VALUE_STR, .length = length};
	char *copy = ast_alloc(p->tree, length + 1);

	memcpy(copy, text, length);
	v.text = copy;
	return v;
}

/* Text with doubled braces made single. */
static void push_literal(struct parser *p, const struct token *t, const char *text,
	size_t length, bool raw, bool doubled)
{
	struct strbuf *single = &p->literal;

	strbuf_clear(single);
	for (size_t i = 0; i < length; i++) {
		strbuf_putc(single, text[i]);
		if (doubled && (text[i] == '{' || text[i] == '}') && i + 1 < length &&
			text[i + 1] == text[i])
			i++;
	}
	if (single->length)
		push_text(p, t,
			parse_decode(p, t, single->text, single->length, raw, false));
}

static struct ast *field_node(struct parser *p, struct ast_place place,
	struct ast *value, int conversion, struct ast *spec)
{
	struct ast *node = ast_node(p->tree, AST_FORMATTED_VALUE, place);

	node->formatted_value.value = value;
	node->formatted_value.conversion = conversion;
	node->formatted_value.format_spec = spec;
	return node;
}

/* ---- from 3.12: the lexer has cut the string */

static void new_field(struct parser *p, bool raw, bool is_template);

/* The parts of a format, up to the closing brace. */
static struct ast *new_format(struct parser *p, bool raw, bool is_template)
{
	const struct token *start = parse_peek(p);
	struct ast_place place = parse_token_place(start);
	size_t mark = parse_mark(p);

	for (;;) {
		const struct token *t = parse_peek(p);
		if (t->kind == TOKEN_FSTRING_MIDDLE) {
			parse_next(p);
			push_literal(p, t, t->text, t->length, raw, false);
		} else if (t->kind == TOKEN_LBRACE) {
			new_field(p, raw, is_template);
		} else {
			break;
		}
	}
	if (p->item_count > mark)
		place = parse_place_from(p, start);
	struct ast *node = ast_node(p->tree, AST_JOINED_STR, place);
	node->joined_str.values = parse_list(p, mark);
	return node;
}

static int new_conversion(struct parser *p)
{
	const struct token *mark = parse_expect(p, TOKEN_EXCLAMATION);
	const struct token *t = parse_peek(p);

	if (t->kind != TOKEN_NAME) {
		if (p->second_pass)
			invalid_conversion(p);
		parse_fail(p);
	}
	if (t->column != mark->end_column || t->line != mark->end_line)
		parse_fail_token(p, t,
			"f-string: conversion type must come right after the "
			"exclamation mark");
	parse_next(p);
	if (t->length != 1 || !strchr("sra", *t->text))
		parse_fail_token(p, t,
			"f-string: invalid conversion character '%.*s': expected 's', "
			"'r', or 'a'",
			(int)t->length, t->text);
	return *t->text;
}

static struct ast *new_value(struct parser *p)
{
	if (p->second_pass)
		invalid_field_start(p);
	if (parse_at(p, TOKEN_YIELD))
		return parse_yield(p);
	return parse_star_expressions(p);
}

static void push_interpolation(
	struct parser *p, struct ast *field, const char *text, const char *text_end)
{
	struct ast *node = ast_node(p->tree, AST_INTERPOLATION, field->place);

	while (text_end > text && (text_end[-1] == ' ' || text_end[-1] == '\n'))
		text_end--;
	node->interpolation.value = field->formatted_value.value;
	node->interpolation.str = plain_text(p, text, (size_t)(text_end - text));
	node->interpolation.conversion = field->formatted_value.conversion;
	node->interpolation.format_spec = field->formatted_value.format_spec;
	parse_push(p, node);
}

static void new_field(struct parser *p, bool raw, bool is_template)
{
	const struct token *open = parse_expect(p, TOKEN_LBRACE);
	const char *text = open->text + open->length;
	struct ast *value = new_value(p);
	struct ast *spec = NULL;
	int conversion = -1;
	const char *value_end = parse_peek(p)->text;

	bool debug = parse_accept(p, TOKEN_EQUAL);
	const char *text_end = parse_peek(p)->text;
	if (p->second_pass)
		invalid_after_field(p, debug);
	if (parse_at(p, TOKEN_EXCLAMATION))
		conversion = new_conversion(p);
	if (p->second_pass)
		invalid_after_conversion(p, conversion >= 0);
	if (parse_accept(p, TOKEN_COLON)) {
		spec = new_format(p, raw, is_template);
		if (p->second_pass)
			invalid_after_format(p);
	}
	parse_expect(p, TOKEN_RBRACE);
	if (debug) {
		push_text(p, open, plain_text(p, text, (size_t)(text_end - text)));
		if (conversion < 0 && !spec)
			conversion = 'r';
	}
	struct ast *node =
		field_node(p, parse_place_from(p, open), value, conversion, spec);
	if (is_template)
		push_interpolation(p, node, text, value_end);
	else
		parse_push(p, node);
}

void parse_new_fstring(struct parser *p)
{
	const struct token *start = parse_expect(p, TOKEN_FSTRING_START);
	bool raw = false, is_template = false;

	for (uint32_t i = 0; i < start->length; i++) {
		raw |= (start->text[i] | 0x20) == 'r';
		is_template |= (start->text[i] | 0x20) == 't';
	}
	while (!parse_at(p, TOKEN_FSTRING_END)) {
		const struct token *t = parse_peek(p);
		if (t->kind == TOKEN_FSTRING_MIDDLE) {
			parse_next(p);
			push_literal(p, t, t->text, t->length, raw, true);
		} else {
			new_field(p, raw, is_template);
		}
	}
	parse_expect(p, TOKEN_FSTRING_END);
}

/* ---- before 3.12: the expressions are cut out of the string here */

struct old_fstring {
	struct parser *parser;
	const struct token *token;
	const char *at, *end;
	bool raw;
};

_Noreturn static void old_fail(struct old_fstring *s, const char *message)
{
	parse_fail_string(s->parser, s->token, "f-string%s", message);
}

/* Where AT is in the file. */
static void locate(
	const struct token *t, const char *at, uint32_t *line, uint32_t *column)
{
	*line = t->line;
	*column = t->column;
	for (const char *c = t->text; c < at; c++) {
		++*column;
		if (*c == '\n') {
			++*line;
			*column = 0;
		}
	}
}

static struct ast *fragment(struct parser *p)
{
	struct ast *node =
		parse_at(p, TOKEN_YIELD) ? parse_yield(p) : parse_star_expressions(p);

	if (node->kind == AST_STARRED && p->second_pass)
		parse_fail_node(p, node, "cannot use starred expression here");
	if (node->kind == AST_STARRED && parse_at_least(p, 3, 10))
		parse_fail(p);
	parse_expect(p, TOKEN_END);
	return node;
}

/* Python shows the expression alone, in parentheses of its own. */
static void show_fragment(struct parser *p, const char *text, size_t length,
	uint32_t line, uint32_t column)
{
	struct diag *d = p->error;
	struct strbuf shown = STRBUF_INIT;
	int shift = (int)source_column(p->source, line, column) - 1;

	if (d->kind != DIAG_SYNTAX || d->line != (int)line || !d->column)
		return;
	strbuf_putc(&shown, '(');
	strbuf_add(&shown, text, length);
	strbuf_putc(&shown, ')');
	free(d->source_line);
	d->source_line = strbuf_take(&shown);
	d->column -= shift;
	d->end_column -= shift;
	if (parse_at_least(p, 3, 9))
		return;
	free(d->file);
	d->file = xstrdup("<fstring>");
	d->line = 1;
}

static struct ast *old_expression(
	struct old_fstring *s, const char *text, size_t length)
{
	struct parser *p = s->parser;
	struct parser sub = *p;
	uint32_t line, column;
	size_t blank = 0;

	while (blank < length && strchr(" \t\n\f\r", text[blank]))
		blank++;
	if (blank == length && s->at < s->end && *s->at != '}' &&
		parse_at_least(p, 3, 11))
		parse_fail_string(p, s->token,
			"f-string: expression required before '%c'", *s->at);
	if (blank == length)
		old_fail(s, ": empty expression not allowed");
	locate(s->token, text, &line, &column);
	lex_expression(p->source, text, length, line, column, &sub.list);
	sub.at = sub.furthest = 0;
	sub.second_pass = false;
	sub.in_fstring = true;
	sub.trial = NULL;
	sub.items = NULL;
	sub.item_count = sub.item_capacity = 0;
	sub.literal = sub.encoded = sub.decoded = (struct strbuf)STRBUF_INIT;
	struct ast *node = parse_run(&sub, fragment);
	p->late = sub.late;
	sub.late = (struct diag)DIAG_INIT;
	parse_release(&sub);
	if (!node) {
		show_fragment(p, text, length, line, column);
		longjmp(p->failed, 1);
	}
	return node;
}

/* The end of an expression: a scan as CPython's fstring_find_expr(). */
struct scan {
	char quote;
	int quote_size;
	char brackets[200];
	int depth;
};

static bool scan_quote(struct old_fstring *s, struct scan *x)
{
	char c = *s->at;
	bool triple = s->end - s->at >= 3 && s->at[1] == c && s->at[2] == c;

	if (x->quote) {
		if (c != x->quote || (x->quote_size == 3 && !triple)) {
			s->at++;
			return true;
		}
		s->at += x->quote_size;
		x->quote = '\0';
		return true;
	}
	if (c != '\'' && c != '"')
		return false;
	x->quote = c;
	x->quote_size = triple ? 3 : 1;
	s->at += x->quote_size;
	return true;
}

static void scan_close(struct old_fstring *s, struct scan *x)
{
	char c = *s->at;
	char open = x->depth ? x->brackets[x->depth - 1] : '\0';

	if (x->depth == 0)
		parse_fail_string(s->parser, s->token, "f-string: unmatched '%c'", c);
	x->depth--;
	if ((c == ')' && open != '(') || (c == ']' && open != '[') ||
		(c == '}' && open != '{'))
		parse_fail_string(s->parser, s->token,
			"f-string: closing parenthesis '%c' does not match opening "
			"parenthesis '%c'",
			c, open);
}

/* Whether C ends the expression: a `!` that is no `!=`, a colon, a closing brace,
 * an `=` that is no comparison. */
static bool scan_ends(const struct old_fstring *s)
{
	const char *at = s->at;
	char c = *at;
	char next = at + 1 < s->end ? at[1] : '\0';

	if (c == '!' || c == '=' || c == '<' || c == '>') {
		if (next == '=')
			return false;
		return c == '!' || (c == '=' && parse_at_least(s->parser, 3, 8));
	}
	return c == ':' || c == '}';
}

static void scan_expression(struct old_fstring *s)
{
	struct scan x = {0};

	while (s->at < s->end) {
		char c = *s->at;
		if (c == '\\')
			old_fail(s, " expression part cannot include a backslash");
		if (scan_quote(s, &x))
			continue;
		if (c == '#')
			old_fail(s, " expression part cannot include '#'");
		if (x.depth == 0 && scan_ends(s))
			break;
		if (c == '(' || c == '[' || c == '{') {
			if (x.depth >= (int)sizeof x.brackets)
				old_fail(s, ": too many nested parenthesis");
			x.brackets[x.depth++] = c;
		} else if (c == ')' || c == ']' || c == '}') {
			scan_close(s, &x);
		} else if (strchr("!=<>", c) && c && s->at + 1 < s->end &&
			s->at[1] == '=') {
			s->at++;
		}
		s->at++;
	}
	if (x.quote)
		old_fail(s, ": unterminated string");
	if (x.depth)
		parse_fail_string(s->parser, s->token, "f-string: unmatched '%c'",
			x.brackets[x.depth - 1]);
}

static void old_parts(struct old_fstring *s, int depth);

static int old_conversion(struct old_fstring *s)
{
	struct parser *p = s->parser;

	s->at++;
	if (s->at >= s->end)
		old_fail(s, ": expecting '}'");
	char c = *s->at++;
	if (c == 's' || c == 'r' || c == 'a')
		return c;
	if (parse_at_least(p, 3, 10))
		parse_fail_string(p, s->token,
			"f-string: invalid conversion character: expected 's', 'r', or 'a'");
	parse_fail_string(p, s->token,
		"f-string: invalid conversion character: expected 's', 'r', or 'a'");
}

static struct ast *old_format(struct old_fstring *s, int depth)
{
	struct parser *p = s->parser;
	size_t mark = parse_mark(p);

	s->at++;
	old_parts(s, depth + 1);
	struct ast *node =
		ast_node(p->tree, AST_JOINED_STR, parse_token_place(s->token));
	node->joined_str.values = parse_list(p, mark);
	return node;
}

static void old_field(struct old_fstring *s, int depth)
{
	struct parser *p = s->parser;
	const char *text = ++s->at;
	struct ast *spec = NULL;
	int conversion = -1;

	if (depth >= 2)
		old_fail(s, ": expressions nested too deeply");
	scan_expression(s);
	const char *text_end = s->at;
	if (s->at >= s->end)
		old_fail(s, ": expecting '}'");
	struct ast *value = old_expression(s, text, (size_t)(text_end - text));
	bool debug = *s->at == '=';
	if (debug) {
		s->at++;
		while (s->at < s->end && strchr(" \t\n\f\r", *s->at))
			s->at++;
		push_text(p, s->token, plain_text(p, text, (size_t)(s->at - text)));
	}
	if (s->at < s->end && *s->at == '!')
		conversion = old_conversion(s);
	if (s->at < s->end && *s->at == ':')
		spec = old_format(s, depth);
	if (s->at >= s->end || *s->at != '}')
		old_fail(s, ": expecting '}'");
	s->at++;
	if (debug && conversion < 0 && !spec)
		conversion = 'r';
	parse_push(
		p, field_node(p, parse_token_place(s->token), value, conversion, spec));
}

/* Text up to a field, or in a format up to its closing brace. */
static const char *old_text_end(struct old_fstring *s, int depth)
{
	const char *at = s->at;

	while (at < s->end) {
		if (*at == '\\' && !s->raw && at + 1 < s->end) {
			at += at[1] == '{' || at[1] == '}' ? 1 : 2;
			if (at[-1] == 'N' && at < s->end && *at == '{') {
				while (at < s->end && *at != '}')
					at++;
				if (at < s->end)
					at++;
			}
			continue;
		}
		if (*at == '{' || *at == '}') {
			bool doubled = at + 1 < s->end && at[1] == *at;
			if (depth > 0 || !doubled)
				break;
			at++;
		}
		at++;
	}
	return at < s->end ? at : s->end;
}

static void old_parts(struct old_fstring *s, int depth)
{
	while (s->at < s->end) {
		const char *text = s->at;
		s->at = old_text_end(s, depth);
		push_literal(s->parser, s->token, text, (size_t)(s->at - text), s->raw,
			depth == 0);
		if (s->at >= s->end)
			return;
		if (*s->at == '{')
			old_field(s, depth);
		else if (depth > 0)
			return;
		else
			old_fail(s, ": single '}' is not allowed");
	}
}

void parse_old_fstring(struct parser *p, const struct token *t, const char *text,
	size_t length, bool raw)
{
	struct old_fstring s = {p, t, text, text + length, raw};

	old_parts(&s, 0);
}
