#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "parse.h"

/* ast_dump() of TEXT without "Module(body=[...])", or the error's message. */
static char *dump(const char *text, int major, int minor)
{
	struct py_version version = {major, minor};
	struct source *s = source_new("t.py", text, strlen(text), version);
	struct diag error = DIAG_INIT;
	struct ast_tree *tree = parse_source(s, &error);
	struct strbuf out = STRBUF_INIT;

	if (tree) {
		const struct ast_list *body = &ast_tree_root(tree)->module.body;
		for (uint32_t i = 0; i < body->count; i++)
			ast_dump(body->items[i], &out);
	} else {
		strbuf_printf(&out, "%s: %s", error.type ? error.type : "refused",
			error.message);
	}
	ast_tree_free(tree);
	diag_free(&error);
	source_free(s);
	return strbuf_take(&out);
}

static void expect(const char *text, int major, int minor, const char *expected)
{
	char *got = dump(text, major, minor);

	assert_string_equal(got, expected);
	free(got);
}

static void test_precedence(void **state)
{
	(void)state;
	expect("a+b*-c**d\n", 3, 11,
		"Expr(value=BinOp(left=Name(id='a', ctx=Load), op=Add, right=BinOp("
		"left=Name(id='b', ctx=Load), op=Mult, right=UnaryOp(op=USub, operand="
		"BinOp(left=Name(id='c', ctx=Load), op=Pow, right=Name(id='d', "
		"ctx=Load))))))");
	expect("not a in b or c\n", 3, 11,
		"Expr(value=BoolOp(op=Or, values=[UnaryOp(op=Not, operand=Compare("
		"left=Name(id='a', ctx=Load), ops=[In], comparators=[Name(id='b', "
		"ctx=Load)])), Name(id='c', ctx=Load)]))");
}

static void test_old_statements(void **state)
{
	(void)state;
	expect("print >>f, x,\n", 2, 7,
		"Print(dest=Name(id='f', ctx=Load), values=[Name(id='x', ctx=Load)], nl=0)");
	expect("exec a in b\n", 2, 7,
		"Exec(body=Name(id='a', ctx=Load), globals=Name(id='b', ctx=Load), "
		"locals=None)");
	expect("`a`\n", 2, 7, "Expr(value=Repr(value=Name(id='a', ctx=Load)))");
	expect("raise a, b, c\n", 2, 7,
		"Raise(exc=Name(id='a', ctx=Load), cause=None, inst=Name(id='b', ctx=Load), "
		"tback=Name(id='c', ctx=Load))");
	expect("from __future__ import print_function\nprint(x)\n", 2, 7,
		"ImportFrom(module='__future__', names=[alias(name='print_function', "
		"asname=None)], level=0, is_lazy=0)Expr(value=Call(func=Name(id='print', "
		"ctx=Load), args=[Name(id='x', ctx=Load)], keywords=[]))");
}

static void test_literals(void **state)
{
	(void)state;
	expect("0777\n", 2, 7, "Expr(value=Constant(value=int:1ff))");
	expect("10L\n", 2, 7, "Expr(value=Constant(value=int:aL))");
	expect("99999999999999999999\n", 3, 11,
		"Expr(value=Constant(value=int:56bc75e2d630fffff))");
	expect("1.5\n", 3, 11, "Expr(value=Constant(value=float:0x1.8p+0))");
	expect("'a' 'b'\n", 3, 11, "Expr(value=Constant(value=str:6162))");
	expect("'a'\n", 2, 7, "Expr(value=Constant(value=bytes:61))");
	expect("'\\u00e9\\x41\\101'\n", 3, 11,
		"Expr(value=Constant(value=str:c3a94141))");
	expect("f'a{b}c'\n", 3, 11,
		"Expr(value=JoinedStr(values=[Constant(value=str:61), FormattedValue("
		"value=Name(id='b', ctx=Load), conversion=-1, format_spec=None), "
		"Constant(value=str:63)]))");
}

/* f-strings are cut by the parser before 3.12, by the lexer since. */
static void test_fstrings_agree(void **state)
{
	static const char *const programs[] = {"f'{a!r:>{w}}'\n", "f'{{{a}}}'\n",
		"f'{a=}'\n", "f'{a[1:2]}' 'b' f'{c:x}'\n", "rf'\\{a}'\n",
		"f'''{\na}\\n'''\n", "f'{(lambda x: x)(1)}'\n", "f'{a!s}{b:{c}{d}}'\n"};

	(void)state;
	for (size_t i = 0; i < sizeof programs / sizeof *programs; i++) {
		char *old = dump(programs[i], 3, 11);
		expect(programs[i], 3, 12, old);
		assert_null(strstr(old, "Error"));
		free(old);
	}
}

static void test_soft_keywords(void **state)
{
	(void)state;
	expect("match = 1\n", 3, 11,
		"Assign(targets=[Name(id='match', ctx=Store)], value=Constant(value=int:1))");
	expect("match(x)\n", 3, 11,
		"Expr(value=Call(func=Name(id='match', ctx=Load), args=[Name(id='x', "
		"ctx=Load)], keywords=[]))");
	expect("match x:\n case [1, *_]: pass\n", 3, 11,
		"Match(subject=Name(id='x', ctx=Load), cases=[match_case(pattern="
		"MatchSequence(patterns=[MatchValue(value=Constant(value=int:1)), "
		"MatchStar(name=None)]), guard=None, body=[Pass()])])");
	expect("match x:\n case 1: pass\n", 3, 9, "SyntaxError: invalid syntax");
	expect("lazy import a\n", 3, 15,
		"Import(names=[alias(name='a', asname=None)], is_lazy=1)");
}

static void test_versions(void **state)
{
	(void)state;
	expect("with (a as b): pass\n", 3, 8, "SyntaxError: invalid syntax");
	expect("with (a as b): pass\n", 3, 9,
		"With(items=[withitem(context_expr=Name(id='a', ctx=Load), "
		"optional_vars=Name(id='b', ctx=Store))], body=[Pass()])");
	expect("(x := 1)\n", 3, 7, "SyntaxError: invalid syntax");
	expect("(x := 1)\n", 3, 8,
		"Expr(value=NamedExpr(target=Name(id='x', ctx=Store), "
		"value=Constant(value=int:1)))");
	expect("a <> b\n", 2, 7,
		"Expr(value=Compare(left=Name(id='a', ctx=Load), ops=[NotEq], "
		"comparators=[Name(id='b', ctx=Load)]))");
}

/* A mistake in the grammar counts more than one before it that only the tree
 * shows, until 3.8; since, the first counts. */
static void test_order_of_mistakes(void **state)
{
	(void)state;
	expect("f() = 1\nx = = 2\n", 2, 7, "SyntaxError: invalid syntax");
	expect("f() = 1\nx = = 2\n", 3, 11,
		"SyntaxError: cannot assign to function call here. Maybe you meant '==' "
		"instead of '='?");
	expect("x = = 2\ny = 'abc\n", 2, 7, "SyntaxError: invalid syntax");
	expect("x = = 2\ny = 'abc\n", 3, 11,
		"SyntaxError: unterminated string literal (detected at line 2)");
}

static char *repeat(const char *before, const char *part, int count, const char *after)
{
	struct strbuf text = STRBUF_INIT;

	strbuf_puts(&text, before);
	for (int i = 0; i < count; i++)
		strbuf_puts(&text, part);
	strbuf_puts(&text, after);
	return strbuf_take(&text);
}

/* Whatever is repeated a hundred thousand times: an answer, and no overflow of
 * our own stack. */
static void test_depth(void **state)
{
	static const char *const parts[] = {"-", "(", "[", "{", "{1:", "not ",
		"lambda: ", "f(", "a.b[", "1 if 1 else ", "2**", "1+", "a.", "~",
		"await ", "*", "f'{", "x = ", "(lambda x=", "`", "@", "1,", "'a'", "a<",
		"a and ", "if 1: "};
	static const int versions[][2] = {{2, 7}, {3, 8}, {3, 11}, {3, 13}};

	(void)state;
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		char *text = repeat("", parts[i], 100000, "1\n");
		for (size_t v = 0; v < 4; v++) {
			struct py_version version = {versions[v][0], versions[v][1]};
			struct source *s =
				source_new("t.py", text, strlen(text), version);
			struct diag error = DIAG_INIT;
			struct ast_tree *tree = parse_source(s, &error);
			assert_true(tree || error.kind != DIAG_NONE);
			ast_tree_free(tree);
			diag_free(&error);
			source_free(s);
		}
		free(text);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_precedence),
		cmocka_unit_test(test_old_statements),
		cmocka_unit_test(test_literals),
		cmocka_unit_test(test_fstrings_agree),
		cmocka_unit_test(test_soft_keywords),
		cmocka_unit_test(test_versions),
		cmocka_unit_test(test_order_of_mistakes),
		cmocka_unit_test(test_depth),
	};

	return cmocka_run_group_tests_name("parse", tests, NULL, NULL);
}
