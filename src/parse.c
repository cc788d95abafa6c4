#include "parse.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "parse_core.h"
#include "xalloc.h"

/* How a pass ended. */
enum outcome {
	PASS_OK,
	PASS_ERROR,   /* p->error says what is wrong */
	PASS_GENERIC, /* the grammar does not go on */
};

static enum outcome run_pass(struct parser *p, parse_rule *rule, struct ast **node)
{
	p->at = 0;
	p->depth = 0;
	p->item_count = 0;
	p->trial = NULL;
	p->in_async = p->in_bases = false;
	switch (setjmp(p->failed)) {
	case 0:
		*node = rule(p);
		return PASS_OK;
	case 1:
		return PASS_ERROR;
	default:
		return PASS_GENERIC;
	}
}

/* ---- the words for what the grammar does not allow */

static void set_error(struct parser *p, const char *type, struct ast_place place,
	const char *format, ...) __attribute__((format(printf, 4, 5)));

static void set_error(struct parser *p, const char *type, struct ast_place place,
	const char *format, ...)
{
	va_list args;

	va_start(args, format);
	parse_set_error(p, p->error, type, place, format, args);
	va_end(args);
}

static void take_lexer_error(struct parser *p)
{
	diag_free(p->error);
	*p->error = p->list.error;
	p->list.error = (struct diag)DIAG_INIT;
}

static const struct token *final_token(const struct parser *p)
{
	return &p->list.tokens[p->list.count - 1];
}

/* 3.10: the innermost bracket that is still open at the end. */
static void set_unclosed(struct parser *p)
{
	const struct open_bracket *open = &p->list.open[p->list.open_count - 1];
	struct ast_place place = {open->line, open->column, 0, 0};

	if (p->in_fstring || open->in_fstring)
		set_error(p, "SyntaxError", place, "f-string: expecting '}'");
	else
		set_error(p, "SyntaxError", place, "'%c' was never closed",
			open->character);
}

/* What comes later in the file may be worse: an error of the lexer, or a bracket
 * that is never closed (CPython's _PyPegen_tokenize_full_source_to_check_for_errors).
 */
static void look_at_rest(struct parser *p, const struct token *failed)
{
	if (!parse_at_least(p, 3, 10))
		return;
	if (final_token(p)->kind == TOKEN_ERROR)
		take_lexer_error(p);
	else if (p->list.open_count &&
		failed->line > p->list.open[p->list.open_count - 1].line)
		set_unclosed(p);
}

/* Up to 3.7 the last character of the token is pointed at, later the first; at a
 * line's end the one before it. */
static struct ast_place old_place(const struct parser *p, const struct token *t)
{
	struct ast_place place = parse_token_place(t);

	if (t->kind == TOKEN_NEWLINE) {
		place.column = t->column ? t->column - 1 : 0;
		return place;
	}
	if (parse_at_least(p, 3, 8))
		return place;
	if (t->end_column)
		place.column = t->end_column - 1;
	place.line = t->end_line;
	return place;
}

/* Up to 3.9 what ends with the file is on the line after its last, which is empty,
 * but the column is one of the last line. */
static bool at_end(const struct parser *p, const struct token *t)
{
	return t->line > source_line_count(p->source);
}

void parse_set_end_place(struct parser *p, struct diag *d)
{
	uint32_t last = source_line_count(p->source);
	size_t length;

	source_line(p->source, last ? last : 1, &length);
	d->line = (int)last + 1;
	d->end_line = 0;
	d->column = parse_at_least(p, 3, 9)
		? 1
		: (int)source_column(p->source, last ? last : 1, (uint32_t)length) + 1;
	free(d->source_line);
	d->source_line = xstrdup("");
}

/* Before 3.10: the file ended within brackets or a statement. */
static void set_end_of_file(struct parser *p, const struct token *t)
{
	set_error(p, "SyntaxError", parse_token_place(t), "%s",
		parse_is_2(p) ? "invalid syntax" : "unexpected EOF while parsing");
	parse_set_end_place(p, p->error);
}

/* 3.6 to 3.9: a print statement is known by the text of its line. */
static bool is_print_line(const struct parser *p)
{
	const char *line = p->error->source_line;

	if (p->version.major != 3 || parse_at_least(p, 3, 10))
		return false;
	line += strspn(line, " \t\f");
	if (strncmp(line, "print ", 6) == 0 && !strchr(line, '('))
		return true;
	return strncmp(line, "exec ", 5) == 0 && !strchr(line, '(');
}

static void set_print_error(struct parser *p)
{
	const char *line = p->error->source_line;
	struct strbuf text = STRBUF_INIT;

	line += strspn(line, " \t\f");
	if (strncmp(line, "exec ", 5) == 0) {
		strbuf_puts(&text, "Missing parentheses in call to 'exec'");
	} else {
		const char *rest = line + 6;
		rest += strspn(rest, " \t\f");
		size_t length = strcspn(rest, ";");
		while (length && strchr(" \t\r\f", rest[length - 1]))
			length--;
		bool comma = length && rest[length - 1] == ',';
		strbuf_puts(&text,
			"Missing parentheses in call to 'print'. Did you mean print(");
		strbuf_add(&text, rest, length);
		strbuf_puts(&text, comma ? " end=\" \")?" : ")?");
	}
	free(p->error->message);
	p->error->message = strbuf_take(&text);
}

/* From 3.10 what is wrong at the end of the file is shown on its last line. */
static void show_last_line(struct parser *p)
{
	uint32_t last = source_line_count(p->source);
	size_t length;
	const char *text = source_line(p->source, last ? last : 1, &length);

	free(p->error->source_line);
	p->error->source_line = xstrndup(text, length);
	p->error->line = (int)last;
	p->error->column = p->error->end_line = 0;
}

static void set_generic(struct parser *p, const struct token *t)
{
	struct ast_place place =
		parse_at_least(p, 3, 9) ? parse_token_place(t) : old_place(p, t);

	if (t->kind == TOKEN_INDENT)
		set_error(p, "IndentationError", place, "unexpected indent");
	else if (t->kind == TOKEN_DEDENT)
		set_error(p, "IndentationError", place, "unexpected unindent");
	else
		set_error(p, "SyntaxError", place, "%sinvalid syntax",
			p->in_fstring && parse_at_least(p, 3, 9) ? "f-string: " : "");
	if (t->kind != TOKEN_INDENT && t->kind != TOKEN_DEDENT && is_print_line(p))
		set_print_error(p);
	if (at_end(p, t) && parse_at_least(p, 3, 10) && !p->in_fstring)
		show_last_line(p);
}

static void say_generic(struct parser *p, const struct token *t)
{
	bool open_end = t->kind == TOKEN_END && p->list.open_count;

	if (t->kind == TOKEN_ERROR)
		take_lexer_error(p);
	else if (open_end && parse_at_least(p, 3, 10))
		set_unclosed(p);
	else if (at_end(p, t) && !parse_at_least(p, 3, 10) && !p->in_fstring)
		set_end_of_file(p, t);
	else {
		set_generic(p, t);
		look_at_rest(p, t);
	}
}

/* A message of the parser's own inside an f-string (3.9 to 3.11) says so. */
static void mark_fstring(struct parser *p)
{
	struct strbuf text = STRBUF_INIT;

	if (!p->in_fstring || !parse_at_least(p, 3, 9) ||
		p->error->kind != DIAG_SYNTAX ||
		strncmp(p->error->message, "f-string", 8) == 0)
		return;
	strbuf_printf(&text, "f-string: %s", p->error->message);
	free(p->error->message);
	p->error->message = strbuf_take(&text);
}

struct ast *parse_run(struct parser *p, parse_rule *rule)
{
	struct ast *node = NULL;
	enum outcome first, second;

	p->second_pass = false;
	p->fail_at = 0;
	first = run_pass(p, rule, &node);
	if (first == PASS_OK)
		return node;
	if (first == PASS_ERROR) {
		mark_fstring(p);
		return NULL;
	}
	if (!parse_at_least(p, 3, 9)) {
		say_generic(p, &p->list.tokens[p->fail_at]);
		return NULL;
	}
	const struct token *failed = &p->list.tokens[p->furthest];
	bool open_end = failed->kind == TOKEN_END && p->list.open_count;
	if (failed->kind == TOKEN_ERROR || (open_end && parse_at_least(p, 3, 10))) {
		say_generic(p, failed);
		return NULL;
	}
	p->second_pass = true;
	second = run_pass(p, rule, &node);
	if (second == PASS_ERROR) {
		look_at_rest(p, &p->list.tokens[p->furthest]);
		mark_fstring(p);
	} else {
		say_generic(p, failed);
	}
	return NULL;
}

struct ast_tree *parse_source(const struct source *s, struct diag *error)
{
	struct parser p = {.source = s,
		.version = source_version(s),
		.tree = ast_tree_new(),
		.literal = STRBUF_INIT,
		.encoded = STRBUF_INIT,
		.decoded = STRBUF_INIT,
		.error = error};

	lex_source(s, &p.list);
	struct ast *root = parse_run(&p, parse_module);
	if (root && p.late.kind != DIAG_NONE) {
		*error = p.late;
		p.late = (struct diag)DIAG_INIT;
		root = NULL;
	}
	parse_release(&p);
	if (!root) {
		ast_tree_free(p.tree);
		return NULL;
	}
	ast_tree_set_root(p.tree, root);
	return p.tree;
}
