#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "parse.h"
#include "scope.h"
#include "xalloc.h"

/*
 * Wrong programs, and what real interpreters print of them on standard error:
 * tests/syntax/NAME.py and tests/syntax/expected/X.Y, recorded by
 * tests/syntax/record.py.  tests/syntax/differs names those ("X.Y NAME") whose
 * words or places are known not to be Python's: of these it is only tested
 * whether Python refuses them.
 */
static const char *directory(void)
{
	const char *source = getenv("srcdir");
	static char path[4096];

	snprintf(path, sizeof path, "%s/tests/syntax", source ? source : ".");
	return path;
}

static char *read_file(const char *name, size_t *length)
{
	struct strbuf path = STRBUF_INIT, text = STRBUF_INIT;
	char bytes[4096];
	size_t count;

	strbuf_printf(&path, "%s/%s", directory(), name);
	FILE *file = fopen(path.text, "rb");
	if (!file)
		fail_msg("cannot read %s", path.text);
	while ((count = fread(bytes, 1, sizeof bytes, file)) > 0)
		strbuf_add(&text, bytes, count);
	fclose(file);
	strbuf_free(&path);
	*length = text.length;
	return strbuf_take(&text);
}

/* What `python NAME.py` of this version says before it would run. */
static char *complain(const char *name, struct py_version version)
{
	struct strbuf file = STRBUF_INIT;
	struct diag error = DIAG_INIT;
	size_t length;

	strbuf_printf(&file, "%s.py", name);
	char *bytes = read_file(file.text, &length);
	struct source *s = source_new(file.text, bytes, length, version);
	struct ast_tree *tree = parse_source(s, &error);
	struct scope_table *table = tree ? scope_analyze(tree, s, &error) : NULL;
	char *said =
		table ? xstrdup("") : diag_format(&error, version.major, version.minor);
	scope_table_free(table);
	ast_tree_free(tree);
	source_free(s);
	diag_free(&error);
	free(bytes);
	strbuf_free(&file);
	return said;
}

static bool differs(const char *list, const char *version, const char *name)
{
	struct strbuf line = STRBUF_INIT;

	strbuf_printf(&line, "\n%s %s\n", version, name);
	bool found = strstr(list, line.text) != NULL;
	strbuf_free(&line);
	return found;
}

static int compare(const char *name, const char *expected, struct py_version version,
	bool only_refusal)
{
	char *said = complain(name, version);
	bool same = only_refusal ? !*said == !*expected : strcmp(said, expected) == 0;

	if (!same)
		print_error("%d.%d %s: expected\n%sgot\n%s", version.major,
			version.minor, name, expected, said);
	free(said);
	return same ? 0 : 1;
}

static void check_version(const char *version_name)
{
	struct py_version version;
	struct strbuf path = STRBUF_INIT;
	size_t length;
	int wrong = 0, cases = 0;

	assert_int_equal(
		sscanf(version_name, "%d.%d", &version.major, &version.minor), 2);
	strbuf_printf(&path, "expected/%s", version_name);
	char *text = read_file(path.text, &length);
	char *list = read_file("differs", &length);
	for (char *at = text; at && *at;) {
		char *name = at + 3;
		char *body = strchr(name, '\n');
		char *next =
			strncmp(body, "\n== ", 4) == 0 ? body : strstr(body, "\n== ");
		struct strbuf expected = STRBUF_INIT;
		*body++ = '\0';
		if (next >= body)
			strbuf_add(&expected, body, (size_t)(next - body) + 1);
		else if (!next)
			strbuf_puts(&expected, body);
		wrong += compare(name, expected.text, version,
			differs(list, version_name, name));
		strbuf_free(&expected);
		at = !next ? NULL : next + 1;
		cases++;
	}
	free(text);
	free(list);
	strbuf_free(&path);
	assert_true(cases > 150);
	assert_int_equal(wrong, 0);
}

static void test_27(void **state)
{
	(void)state;
	check_version("2.7");
}

static void test_38(void **state)
{
	(void)state;
	check_version("3.8");
}

static void test_39(void **state)
{
	(void)state;
	check_version("3.9");
}

static void test_310(void **state)
{
	(void)state;
	check_version("3.10");
}

static void test_311(void **state)
{
	(void)state;
	check_version("3.11");
}

static void test_312(void **state)
{
	(void)state;
	check_version("3.12");
}

static void test_313(void **state)
{
	(void)state;
	check_version("3.13");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_27),
		cmocka_unit_test(test_38),
		cmocka_unit_test(test_39),
		cmocka_unit_test(test_310),
		cmocka_unit_test(test_311),
		cmocka_unit_test(test_312),
		cmocka_unit_test(test_313),
	};

	return cmocka_run_group_tests_name("syntax", tests, NULL, NULL);
}
