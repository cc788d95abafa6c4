#include "parse_core.h"

#include "parse_invalid.h"

/* One line of small statements, pushed one by one. */
void parse_simple_line(struct parser *p)
{
	do {
		if (parse_at(p, TOKEN_NEWLINE) && parse_last(p)->kind == TOKEN_SEMI)
			break;
		parse_push(p, parse_simple(p));
	} while (parse_accept(p, TOKEN_SEMI));
	parse_expect(p, TOKEN_NEWLINE);
}

static bool at_match(struct parser *p)
{
	return parse_at_least(p, 3, 10) && parse_at_word(p, "match");
}

void parse_statement(struct parser *p)
{
	struct ast *node = NULL;

	if (parse_at_compound(p)) {
		parse_push(p, parse_compound(p));
		return;
	}
	if (at_match(p))
		node = parse_match(p);
	if (node)
		parse_push(p, node);
	else
		parse_simple_line(p);
}

/* After the colon: a line of small statements, or an indented block.  WHAT and
 * KEYWORD name the statement in "expected an indented block after ...". */
struct ast_list parse_block(
	struct parser *p, const char *what, const struct token *keyword)
{
	size_t mark = parse_mark(p);

	if (!parse_accept(p, TOKEN_NEWLINE)) {
		parse_simple_line(p);
		return parse_list(p, mark);
	}
	if (!parse_at(p, TOKEN_INDENT))
		invalid_block(p, what, keyword);
	parse_next(p);
	parse_enter(p, 3);
	do
		parse_statement(p);
	while (!parse_at(p, TOKEN_DEDENT));
	parse_leave(p, 3);
	parse_next(p);
	return parse_list(p, mark);
}

struct ast *parse_module(struct parser *p)
{
	struct ast_place place = {1, 0, 1, 0};
	size_t mark = parse_mark(p);

	while (!parse_at(p, TOKEN_END)) {
		/* A file that begins with a comment or blank has no NEWLINE; a form
		 * feed line may give one. */
		if (!parse_accept(p, TOKEN_NEWLINE))
			parse_statement(p);
	}
	struct ast *node = ast_node(p->tree, AST_MODULE, place);
	node->module.body = parse_list(p, mark);
	return node;
}
