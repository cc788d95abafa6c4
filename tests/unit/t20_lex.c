#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "lex.h"
#include "source.h"
#include "strbuf.h"

/* The kinds of the tokens of TEXT, as one line: their spelling for punctuation and
 * keywords. */
static char *kinds(const char *text, int major, int minor)
{
	struct py_version version = {major, minor};
	struct source *s = source_new("t.py", text, strlen(text), version);
	struct token_list list;
	struct strbuf out = STRBUF_INIT;

	lex_source(s, &list);
	for (size_t i = 0; i < list.count; i++) {
		const struct token *t = &list.tokens[i];
		strbuf_printf(&out, "%s%s", i ? " " : "", token_name(t->kind));
		if (t->kind == TOKEN_NAME || t->kind == TOKEN_NUMBER ||
			t->kind == TOKEN_STRING)
			strbuf_printf(&out, "(%.*s)", (int)t->length, t->text);
	}
	if (list.error.kind != DIAG_NONE)
		strbuf_printf(&out, " [%s: %s]", list.error.type, list.error.message);
	token_list_free(&list);
	source_free(s);
	return strbuf_take(&out);
}

static void expect(const char *text, int major, int minor, const char *expected)
{
	char *got = kinds(text, major, minor);

	assert_string_equal(got, expected);
	free(got);
}

static void test_indentation(void **state)
{
	(void)state;
	expect("if x:\n  y\n\n  # z\n  z\nw", 3, 11,
		"if name(x) : newline indent name(y) newline name(z) newline dedent "
		"name(w) newline end of file");
	expect("if x:\n\ty\n        z\n", 2, 7,
		"if name(x) : newline indent name(y) newline name(z) newline dedent end of "
		"file");
	expect("if x:\n\ty\n        z\n", 3, 11,
		"if name(x) : newline indent name(y) newline error [TabError: inconsistent "
		"use of tabs and spaces in indentation]");
	expect("if x:\n    y\n  z\n", 3, 11,
		"if name(x) : newline indent name(y) newline error [IndentationError: "
		"unindent does not match any outer indentation level]");
}

static void test_lines(void **state)
{
	(void)state;
	expect("(a,\n b)\n", 3, 11, "( name(a) , name(b) ) newline end of file");
	expect("a = \\\n b\n", 3, 11, "name(a) = name(b) newline end of file");
	expect("a\r\nb\rc", 3, 11,
		"name(a) newline name(b) newline name(c) newline end of file");
	expect("", 3, 11, "end of file");
}

static void test_keywords(void **state)
{
	(void)state;
	expect("print exec None nonlocal async\n", 2, 7,
		"print exec name(None) name(nonlocal) name(async) newline end of file");
	expect("print exec None nonlocal async\n", 3, 11,
		"name(print) name(exec) None nonlocal async newline end of file");
	expect("await async\n", 3, 6, "name(await) name(async) newline end of file");
}

static void test_numbers(void **state)
{
	(void)state;
	expect("0777 10L 1e5 .5j\n", 2, 7,
		"number(0777) number(10L) number(1e5) number(.5j) newline end of file");
	expect("0x_f 1_000 0o17 1if\n", 3, 11,
		"number(0x_f) number(1_000) number(0o17) number(1) if newline end of file");
	expect("0777\n", 3, 11,
		"error [SyntaxError: leading zeros in decimal integer literals are not "
		"permitted; use an 0o prefix for octal integers]");
	expect("1_\n", 3, 11, "error [SyntaxError: invalid decimal literal]");
	expect("0o8\n", 3, 11,
		"error [SyntaxError: invalid digit '8' in octal literal]");
}

static void test_strings(void **state)
{
	(void)state;
	expect("ur'a' b'c'\n", 2, 7, "string(ur'a') string(b'c') newline end of file");
	expect("ur'a'\n", 3, 11, "name(ur) string('a') newline end of file");
	expect("'''a\nb'''\n", 3, 11, "string('''a\nb''') newline end of file");
	expect("'a\n", 3, 11,
		"error [SyntaxError: unterminated string literal (detected at line 1)]");
	expect("'a\n", 2, 7, "error [SyntaxError: EOL while scanning string literal]");
}

static void test_fstrings(void **state)
{
	(void)state;
	expect("f'a{b!r:>{c}}'\n", 3, 11, "string(f'a{b!r:>{c}}') newline end of file");
	expect("f'a{b!r:>{c}}'\n", 3, 12,
		"f-string f-string text { name(b) ! name(r) : f-string text { name(c) } } "
		"f-string end newline end of file");
	expect("f'{x['a']}{{'\n", 3, 12,
		"f-string { name(x) [ string('a') ] } f-string text f-string end newline "
		"end of file");
}

static void test_brackets(void **state)
{
	(void)state;
	expect("(]\n", 3, 11,
		"( error [SyntaxError: closing parenthesis ']' does not match opening "
		"parenthesis '(']");
	expect(")\n", 3, 11, "error [SyntaxError: unmatched ')']");
	expect(")\n", 2, 7, ") newline end of file");
}

static void test_positions(void **state)
{
	struct py_version version = {3, 11};
	const char *text = "\xc3\xa9 = '''x\ny''' + z\n";
	struct source *s = source_new("t.py", text, strlen(text), version);
	struct token_list list;

	(void)state;
	lex_source(s, &list);
	assert_int_equal(list.tokens[2].kind, TOKEN_STRING);
	assert_int_equal(list.tokens[2].line, 1);
	assert_int_equal(list.tokens[2].column, 5);
	assert_int_equal(source_column(s, 1, 5), 4);
	assert_int_equal(list.tokens[2].end_line, 2);
	assert_int_equal(list.tokens[2].end_column, 4);
	assert_int_equal(list.tokens[4].column, 7);
	token_list_free(&list);
	source_free(s);
}

static void test_source(void **state)
{
	struct py_version two = {2, 7}, three = {3, 11};
	const char latin[] = "# coding: latin-1\nx = '\xe9'\n";
	struct source *s = source_new("t.py", latin, sizeof latin - 1, two);
	struct strbuf bytes = STRBUF_INIT;
	size_t length;
	const char *line = source_line(s, 2, &length);

	(void)state;
	assert_memory_equal(line, "x = '\xc3\xa9'", length);
	assert_true(source_is_recoded(s));
	source_encode(s, "\xc3\xa9", 2, &bytes);
	assert_string_equal(bytes.text, "\xe9");
	strbuf_free(&bytes);
	source_free(s);

	s = source_new("t.py", "x = '\xc3\xa9'\n", 9, two);
	assert_non_null(source_fault(s));
	source_free(s);
	s = source_new("t.py", "x = '\xc3\xa9'\n", 9, three);
	assert_null(source_fault(s));
	assert_int_equal(source_line_count(s), 1);
	source_free(s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_source),
		cmocka_unit_test(test_indentation),
		cmocka_unit_test(test_lines),
		cmocka_unit_test(test_keywords),
		cmocka_unit_test(test_numbers),
		cmocka_unit_test(test_strings),
		cmocka_unit_test(test_fstrings),
		cmocka_unit_test(test_brackets),
		cmocka_unit_test(test_positions),
	};

	return cmocka_run_group_tests_name("lex", tests, NULL, NULL);
}
