#include "caret_part.h"

#include <string.h>

#include "ast.h"
#include "parse.h"
#include "source.h"

static struct ast_tree *parse_text(const struct strbuf *text, struct py_version v)
{
	struct source *s = source_new("", text->text, text->length, v);
	struct diag error = DIAG_INIT;
	struct ast_tree *tree = parse_source(s, &error);

	source_free(s);
	diag_free(&error);
	return tree;
}

static void join(const struct caret_line *lines, size_t count, struct strbuf *out)
{
	for (size_t i = 0; i < count; i++) {
		strbuf_add(out, lines[i].text, lines[i].length);
		strbuf_putc(out, '\n');
	}
}

/* A place in lines; the line after the last one: there is no such place. */
struct spot {
	const struct caret_line *lines;
	size_t count, line, column;
};

/* To the next place that has a character. */
static void make_valid(struct spot *s)
{
	while (s->line < s->count && s->column >= s->lines[s->line].length) {
		s->column = 0;
		s->line++;
	}
}

static char at(const struct spot *s)
{
	return s->lines[s->line].text[s->column];
}

static bool is_space(char c)
{
	return c && strchr(" \t\f\v\r\n", c);
}

/* On to WANTED, or (0) to what is neither space nor a closing parenthesis; past
 * comments and joined lines. */
static bool advance(struct spot *s, char wanted)
{
	for (make_valid(s); s->line < s->count; make_valid(s)) {
		char c = at(s);

		if (c == '\\' || c == '#') {
			s->column = 0;
			s->line++;
		} else if (wanted ? c == wanted : !is_space(c) && c != ')') {
			return true;
		} else {
			s->column++;
		}
	}
	return false;
}

static struct spot end_of(const struct caret_line *lines, size_t count,
	const struct ast *e, uint32_t first)
{
	return (struct spot){
		lines, count, e->place.end_line - first, e->place.end_column};
}

/* The operator has one character or two, before the right operand. */
static void operator_anchors(
	struct spot s, const struct ast *right, uint32_t first, struct anchors *a)
{
	size_t next = s.column + 1;
	char c;

	if (!advance(&s, 0))
		return;
	next = s.column + 1;
	c = next < s.lines[s.line].length ? s.lines[s.line].text[next] : ' ';
	if (!is_space(c) && c != '\\' && c != '#' &&
		(right->place.line - first > s.line || next < right->place.column))
		next++;
	*a = (struct anchors){true, s.line, s.column, s.line, next};
}

/* From the bracket that opens behind the spot to the end of WHOLE. */
static void bracket_anchors(struct spot s, char bracket, const struct ast *whole,
	uint32_t first, struct anchors *a)
{
	if (advance(&s, bracket))
		*a = (struct anchors){true, s.line, s.column,
			whole->place.end_line - first, whole->place.end_column};
}

static void find_anchors(const struct caret_line *lines, size_t count,
	const struct ast *e, struct py_version v, uint32_t first, struct anchors *a)
{
	switch (e->kind) {
	case AST_BIN_OP:
		operator_anchors(end_of(lines, count, e->bin_op.left, first),
			e->bin_op.right, first, a);
		break;
	case AST_SUBSCRIPT:
		bracket_anchors(end_of(lines, count, e->subscript.value, first), '[', e,
			first, a);
		break;
	case AST_CALL:
		if (py_at_least(v, 3, 13))
			bracket_anchors(end_of(lines, count, e->call.func, first), '(',
				e, first, a);
		break;
	default:
		break;
	}
}

void caret_anchors(const struct caret_line *lines, size_t count, struct py_version v,
	struct anchors *a)
{
	bool enclosed = py_at_least(v, 3, 13);
	struct strbuf text = STRBUF_INIT;
	struct ast_tree *tree;

	*a = (struct anchors){0};
	strbuf_puts(&text, enclosed ? "(\n" : "");
	join(lines, count, &text);
	strbuf_puts(&text, enclosed ? ")\n" : "");
	tree = parse_text(&text, v);
	if (tree) {
		struct ast_list body = ast_tree_root(tree)->module.body;

		if (body.count == 1 && body.items[0]->kind == AST_EXPR)
			find_anchors(lines, count, body.items[0]->expr.value, v,
				enclosed ? 2 : 1, a);
	}
	ast_tree_free(tree);
	strbuf_free(&text);
}

/* The call in `return f(...)` and `x = f(...)`; NULL: it is something else. */
static const struct ast *plain_call(const struct ast *statement)
{
	const struct ast *value = NULL;

	if (statement->kind == AST_RETURN)
		value = statement->return_.value;
	else if (statement->kind == AST_ASSIGN &&
		statement->assign.targets.count == 1 &&
		statement->assign.targets.items[0]->kind == AST_NAME)
		value = statement->assign.value;
	if (!value || value->kind != AST_CALL)
		return NULL;
	if (statement->kind == AST_RETURN && value->call.func->kind != AST_NAME)
		return NULL;
	return value;
}

bool caret_is_plain_call(const struct caret_line *lines, size_t count,
	struct py_version v, size_t start, size_t end)
{
	struct strbuf text = STRBUF_INIT;
	struct ast_tree *tree;
	bool plain = false;

	join(lines, count, &text);
	tree = parse_text(&text, v);
	strbuf_free(&text);
	if (tree) {
		struct ast_list body = ast_tree_root(tree)->module.body;
		const struct ast *call = body.count ? plain_call(body.items[0]) : NULL;

		plain = !body.count ||
			(call && call->place.line == 1 &&
				call->place.end_line == count &&
				call->place.column == start &&
				call->place.end_column == end);
	}
	ast_tree_free(tree);
	return plain;
}
