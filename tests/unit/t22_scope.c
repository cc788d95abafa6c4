#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "parse.h"
#include "scope.h"

/* Expected values are co_varnames, co_cellvars and co_freevars of the real
 * interpreters for the same text. */
struct program {
	struct source *source;
	struct ast_tree *tree;
	struct scope_table *table;
	struct diag error;
};

static void set_up(struct program *p, const char *text, int major, int minor)
{
	struct py_version version = {major, minor};

	p->source = source_new("t.py", text, strlen(text), version);
	p->error = (struct diag)DIAG_INIT;
	p->tree = parse_source(p->source, &p->error);
	assert_non_null(p->tree);
	p->table = scope_analyze(p->tree, p->source, &p->error);
}

static void tear_down(struct program *p)
{
	scope_table_free(p->table);
	ast_tree_free(p->tree);
	source_free(p->source);
	diag_free(&p->error);
}

static void add_names(struct strbuf *out, const struct scope_names *names)
{
	for (uint32_t i = 0; i < names->count; i++)
		strbuf_printf(out, "%s%s", i ? " " : "", names->names[i]);
	strbuf_putc(out, '|');
}

/* Compares the variables of the first statement of TEXT, a def or a class. */
static void expect(const char *text, int major, int minor, const char *expected)
{
	struct program p;
	struct strbuf out = STRBUF_INIT;

	set_up(&p, text, major, minor);
	assert_non_null(p.table);
	const struct scope *s =
		scope_of(p.table, ast_tree_root(p.tree)->module.body.items[0]);
	assert_non_null(s);
	add_names(&out, &s->varnames);
	add_names(&out, &s->cellvars);
	add_names(&out, &s->freevars);
	assert_string_equal(out.text, expected);
	strbuf_free(&out);
	tear_down(&p);
}

static void expect_error(const char *text, int major, int minor, const char *message)
{
	struct program p;

	set_up(&p, text, major, minor);
	assert_null(p.table);
	assert_string_equal(p.error.message, message);
	tear_down(&p);
}

static void test_order(void **state)
{
	static const char text[] = "def f():\n try:\n  a=1\n  return b0\n  c=2\n"
				   " finally:\n  d=3\n e=4\n";

	(void)state;
	expect(text, 2, 7, "a c d e|||");
	expect(text, 3, 8, "d a c e|||");
	expect(text, 3, 11, "a d c e|||");
	expect("def f():\n x[a1] = b1\n a1=b1=x=0\n", 3, 11, "b1 x a1|||");
	expect("def f():\n g(a, *b, c=d, **e)\n e=d=c=b=a=1\n", 2, 7, "a d b e c|||");
	expect("def f():\n g(a, *b, c=d, **e)\n e=d=c=b=a=1\n", 3, 11, "a b d e c|||");
	expect("def f():\n {k:v}\n k=v=1\n", 2, 7, "v k|||");
	expect("def f():\n {k:v}\n k=v=1\n", 3, 11, "k v|||");
	expect("def f():\n if 0:\n  a=1\n b=1\n", 2, 7, "b|||");
	expect("def f():\n if 0:\n  a=1\n b=1\n", 3, 11, "a b|||");
}

static void test_parameters(void **state)
{
	(void)state;
	expect("def f(z, (p, q), *args, **kw):\n m = 1\n", 2, 7,
		"z .1 args kw p q m|||");
	expect("def f(z, *args, k=1, **kw):\n m = 1\n", 3, 11, "z k args kw m|||");
}

static void test_cells(void **state)
{
	static const char text[] =
		"def f(zeta, alpha):\n mm = beta = 1\n"
		" def g(): return zeta, mm, beta, alpha\n return g\n";

	(void)state;
	expect(text, 2, 7, "zeta alpha g|alpha beta mm zeta||");
	expect(text, 3, 8, "zeta alpha g|alpha beta mm zeta||");
	expect(text, 3, 11, "zeta alpha g|zeta alpha beta mm||");
	expect("class C:\n def f(self): return super()\n", 3, 11, "|__class__||");
	expect("class C:\n def f(self): return super()\n", 2, 7, "|||");
}

static void test_comprehensions(void **state)
{
	static const char text[] = "def f(a):\n return [i for i in a if c]\n c=1\n";

	(void)state;
	expect(text, 2, 7, "a i c|||");
	expect(text, 3, 11, "a|c||");
	expect(text, 3, 12, "a i c|||");
}

static void test_uses(void **state)
{
	struct program p;
	const struct ast *def;
	const struct scope *f;

	(void)state;
	set_up(&p,
		"def f(__a):\n global g\n g = 1\n class C:\n  __b = f\n"
		"  def m(self): return __a, x\n",
		3, 11);
	def = ast_tree_root(p.tree)->module.body.items[0];
	f = scope_of(p.table, def);
	assert_int_equal(scope_lookup(p.table, f, ast_intern(p.tree, "g", 1)),
		SCOPE_GLOBAL_EXPLICIT);
	assert_int_equal(
		scope_lookup(p.table, f, ast_intern(p.tree, "C", 1)), SCOPE_LOCAL);
	const struct scope *c = scope_of(p.table, def->function_def.body.items[2]);
	assert_string_equal(
		scope_mangle(p.table, c, ast_intern(p.tree, "__b", 3)), "_C__b");
	assert_int_equal(
		scope_lookup(p.table, c, ast_intern(p.tree, "__b", 3)), SCOPE_LOCAL);
	assert_int_equal(scope_lookup(p.table, c, ast_intern(p.tree, "f", 1)),
		SCOPE_GLOBAL_IMPLICIT);
	tear_down(&p);
}

static void test_errors(void **state)
{
	(void)state;
	expect_error("return 1\n", 3, 11, "'return' outside function");
	expect_error("break\n", 2, 7, "'break' outside loop");
	expect_error("def f(a, a): pass\n", 3, 11,
		"duplicate argument 'a' in function definition");
	expect_error(
		"def f():\n nonlocal x\n", 3, 11, "no binding for nonlocal 'x' found");
	expect_error("def f():\n x = 1\n global x\n", 3, 11,
		"name 'x' is assigned to before global declaration");
	expect_error("f(a=1, a=2)\n", 3, 11, "keyword argument repeated: a");
	expect_error(
		"*a, *b = c\n", 3, 11, "multiple starred expressions in assignment");
	expect_error("def f():\n return 1\n yield\n", 2, 7,
		"'return' with argument inside generator");
}

/* A chain of operators nests the tree, not the text. */
static void test_depth(void **state)
{
	struct strbuf text = STRBUF_INIT;

	(void)state;
	for (int i = 0; i < 100000; i++)
		strbuf_puts(&text, "1+");
	strbuf_puts(&text, "1\n");
	expect_error(text.text, 3, 11,
		"maximum recursion depth exceeded during compilation");
	expect_error(text.text, 2, 7, "the program is nested too deeply for gcrefs");
	strbuf_free(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_order),
		cmocka_unit_test(test_parameters),
		cmocka_unit_test(test_cells),
		cmocka_unit_test(test_comprehensions),
		cmocka_unit_test(test_uses),
		cmocka_unit_test(test_errors),
		cmocka_unit_test(test_depth),
	};

	return cmocka_run_group_tests_name("scope", tests, NULL, NULL);
}
