#include "parse_core.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "utf8.h"
#include "xalloc.h"

/* An attempt under way: where a failing rule returns to. */
struct trial {
	struct trial *outer;
	jmp_buf failed;
};

/* ---- tokens */

bool parse_at_least(const struct parser *p, int major, int minor)
{
	return py_at_least(p->version, major, minor);
}

bool parse_is_2(const struct parser *p)
{
	return p->version.major == 2;
}

const struct token *parse_peek_at(struct parser *p, size_t n)
{
	size_t i = p->at + n;

	if (i >= p->list.count)
		i = p->list.count - 1;
	if (i > p->furthest)
		p->furthest = i;
	return &p->list.tokens[i];
}

const struct token *parse_peek(struct parser *p)
{
	return parse_peek_at(p, 0);
}

const struct token *parse_last(const struct parser *p)
{
	assert(p->at > 0);
	return &p->list.tokens[p->at - 1];
}

bool parse_at(struct parser *p, enum token_kind kind)
{
	return parse_peek(p)->kind == kind;
}

const struct token *parse_next(struct parser *p)
{
	const struct token *t = parse_peek(p);

	if (t->kind == TOKEN_END || t->kind == TOKEN_ERROR)
		parse_fail(p);
	p->at++;
	return t;
}

bool parse_accept(struct parser *p, enum token_kind kind)
{
	if (!parse_at(p, kind))
		return false;
	p->at++;
	return true;
}

const struct token *parse_expect(struct parser *p, enum token_kind kind)
{
	const struct token *t = parse_peek(p);

	if (t->kind != kind)
		parse_fail(p);
	p->at++;
	return t;
}

bool parse_token_is(const struct token *t, const char *word)
{
	return t->kind == TOKEN_NAME && t->length == strlen(word) &&
		memcmp(t->text, word, t->length) == 0;
}

bool parse_at_word(struct parser *p, const char *word)
{
	return parse_token_is(parse_peek(p), word);
}

const char *parse_name(struct parser *p)
{
	const struct token *t = parse_expect(p, TOKEN_NAME);

	return ast_intern(p->tree, t->text, t->length);
}

/* ---- nodes */

struct ast_place parse_token_place(const struct token *t)
{
	return (struct ast_place){t->line, t->column, t->end_line, t->end_column};
}

struct ast_place parse_place_from(const struct parser *p, const struct token *start)
{
	const struct token *last = parse_last(p);

	return (struct ast_place){
		start->line, start->column, last->end_line, last->end_column};
}

struct ast *parse_node(struct parser *p, enum ast_kind kind, const struct token *start)
{
	return ast_node(p->tree, kind, parse_place_from(p, start));
}

size_t parse_mark(const struct parser *p)
{
	return p->item_count;
}

void parse_push(struct parser *p, struct ast *item)
{
	if (p->item_count == p->item_capacity) {
		p->item_capacity = p->item_capacity ? p->item_capacity * 2 : 64;
		p->items = xreallocarray(p->items, p->item_capacity, sizeof *p->items);
	}
	p->items[p->item_count++] = item;
}

struct ast_list parse_list(struct parser *p, size_t mark)
{
	struct ast_list list =
		ast_list_copy(p->tree, p->items + mark, p->item_count - mark);

	p->item_count = mark;
	return list;
}

void parse_release(struct parser *p)
{
	token_list_free(&p->list);
	free(p->items);
	strbuf_free(&p->literal);
	strbuf_free(&p->encoded);
	strbuf_free(&p->decoded);
	diag_free(&p->late);
}

/* ---- depth */

static int depth_limit(const struct parser *p)
{
	if (!parse_at_least(p, 3, 9))
		return 1500;
	return parse_at_least(p, 3, 13) ? 4000 : 6000;
}

_Noreturn static void fail_depth(struct parser *p)
{
	struct diag *d = p->error;

	diag_free(d);
	d->kind = DIAG_SYNTAX;
	d->type = xstrdup("MemoryError");
	d->message = xstrdup(parse_at_least(p, 3, 12)
			? "Parser stack overflowed - Python source too complex to parse"
			: "");
	longjmp(p->failed, 1);
}

void parse_enter(struct parser *p, int units)
{
	p->depth += units;
	if (p->depth > depth_limit(p))
		fail_depth(p);
}

void parse_leave(struct parser *p, int units)
{
	p->depth -= units;
}

/* ---- failing */

void parse_set_error(struct parser *p, struct diag *d, const char *type,
	struct ast_place place, const char *format, va_list args)
{
	struct strbuf message = STRBUF_INIT;
	size_t length;

	strbuf_vprintf(&message, format, args);
	diag_free(d);
	d->kind = DIAG_SYNTAX;
	d->file = xstrdup(source_name(p->source));
	d->type = xstrdup(type);
	d->message = strbuf_take(&message);
	d->line = (int)place.line;
	d->column = 1 + (int)source_column(p->source, place.line, place.column);
	/* 2.7 counts bytes. */
	if (parse_is_2(p))
		d->column = 1 + (int)place.column;
	if (place.end_line) {
		d->end_line = (int)place.end_line;
		d->end_column = 1 +
			(int)source_column(p->source, place.end_line, place.end_column);
	}
	const char *text = source_line(p->source, place.line, &length);
	d->source_line = xstrndup(text, length);
}

_Noreturn static void leave(struct parser *p)
{
	longjmp(p->failed, 1);
}

_Noreturn void parse_fail_at(struct parser *p, const char *type, struct ast_place place,
	const char *format, ...)
{
	va_list args;

	va_start(args, format);
	parse_set_error(p, p->error, type, place, format, args);
	va_end(args);
	leave(p);
}

_Noreturn void parse_fail_node(
	struct parser *p, const struct ast *node, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	parse_set_error(p, p->error, "SyntaxError", node->place, format, args);
	va_end(args);
	leave(p);
}

_Noreturn void parse_fail_token(
	struct parser *p, const struct token *t, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	parse_set_error(p, p->error, "SyntaxError", parse_token_place(t), format, args);
	va_end(args);
	leave(p);
}

void parse_fail_late(struct parser *p, const struct ast *node, const char *format, ...)
{
	va_list args;
	bool at_once = parse_at_least(p, 3, 9);
	struct diag *d = at_once ? p->error : &p->late;

	if (!at_once && p->late.kind != DIAG_NONE)
		return;
	va_start(args, format);
	parse_set_error(p, d, "SyntaxError", node->place, format, args);
	va_end(args);
	if (parse_is_2(p))
		d->column = d->end_line = 0;
	else if (!parse_at_least(p, 3, 8) && d->column > 1)
		d->column--;
	if (at_once)
		leave(p);
}

_Noreturn void parse_fail_furthest(
	struct parser *p, const char *type, const char *format, ...)
{
	va_list args;
	const struct token *t = &p->list.tokens[p->furthest];
	struct ast_place place = parse_token_place(t);
	uint32_t last = source_line_count(p->source);
	bool at_end = t->line > last && parse_at_least(p, 3, 10);

	if (at_end)
		place.line = last;
	if (at_end || (strcmp(type, "SyntaxError") != 0 && !parse_at_least(p, 3, 13)))
		place.end_line = 0;
	va_start(args, format);
	parse_set_error(p, p->error, type, place, format, args);
	va_end(args);
	if (at_end)
		p->error->column = 0;
	leave(p);
}

static struct ast_place string_place(const struct parser *p, const struct token *t)
{
	if (parse_at_least(p, 3, 9) && !parse_at_least(p, 3, 12))
		while (t->kind == TOKEN_STRING)
			t++;
	return parse_token_place(t);
}

_Noreturn void parse_fail_string(
	struct parser *p, const struct token *t, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	parse_set_error(p, p->error, "SyntaxError", string_place(p, t), format, args);
	va_end(args);
	if (parse_is_2(p))
		p->error->column = p->error->end_line = 0;
	leave(p);
}

_Noreturn void parse_fail(struct parser *p)
{
	if (p->at > p->fail_at)
		p->fail_at = p->at;
	if (p->trial)
		longjmp(p->trial->failed, 1);
	/* The caller says which words: see parse.c. */
	longjmp(p->failed, 2);
}

struct ast *parse_attempt(struct parser *p, parse_rule *rule)
{
	struct trial trial = {.outer = p->trial};
	size_t at = p->at, items = p->item_count;
	int depth = p->depth;
	struct ast *volatile node = NULL;

	p->trial = &trial;
	if (setjmp(trial.failed) == 0) {
		node = rule(p);
	} else {
		p->at = at;
		p->item_count = items;
		p->depth = depth;
	}
	p->trial = trial.outer;
	return node;
}
