#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include <glob.h>

#include "accept.h"
#include "check_code.h"
#include "compile.h"
#include "disasm.h"
#include "prng.h"
#include "xalloc.h"

static const struct py_version versions[] = {{2, 7}, {3, 6}, {3, 7}, {3, 8}, {3, 9},
	{3, 10}, {3, 11}, {3, 12}, {3, 13}, {3, 14}, {3, 15}};

enum {
	VERSIONS = sizeof versions / sizeof *versions
};

/* ---- help */

static struct unit *compile_text(const char *text, struct py_version v, struct diag *d)
{
	return compile_source(text, strlen(text), "t.py", v, d);
}

static char *read_file(const char *path, size_t *length)
{
	FILE *file = fopen(path, "rb");
	struct strbuf text = STRBUF_INIT;
	char bytes[4096];
	size_t count;

	if (!file)
		return NULL;
	while ((count = fread(bytes, 1, sizeof bytes, file)) > 0)
		strbuf_add(&text, bytes, count);
	fclose(file);
	*length = text.length;
	return strbuf_take(&text);
}

/* All files of the source tree that PATTERN names. */
static glob_t find_files(const char *pattern)
{
	const char *root = getenv("srcdir");
	struct strbuf path = STRBUF_INIT;
	glob_t found;

	strbuf_printf(&path, "%s/%s", root ? root : ".", pattern);
	assert_int_equal(glob(path.text, 0, NULL, &found), 0);
	strbuf_free(&path);
	return found;
}

/* ---- properties of all code */

static void check_text(
	const char *name, const char *text, size_t length, struct py_version v)
{
	struct diag d = DIAG_INIT;
	struct strbuf faults = STRBUF_INIT;
	struct unit *unit = compile_whole_language(text, length, name, v, &d);

	if (unit && !check_unit(unit, &faults))
		fail_msg("%s, %d.%d: %s", name, v.major, v.minor, faults.text);
	if (!unit && (d.kind == DIAG_NONE || !d.message))
		fail_msg("%s, %d.%d: refused without a reason", name, v.major, v.minor);
	unit_free(unit);
	diag_free(&d);
	strbuf_free(&faults);
}

static void check_files(const char *pattern)
{
	glob_t files = find_files(pattern);

	assert_true(files.gl_pathc > 0);
	for (size_t i = 0; i < files.gl_pathc; i++) {
		size_t length;
		char *text = read_file(files.gl_pathv[i], &length);
		assert_non_null(text);
		for (int v = 0; v < VERSIONS; v++)
			check_text(files.gl_pathv[i], text, length, versions[v]);
		free(text);
	}
	globfree(&files);
}

static void all_code_is_sound(void **state)
{
	(void)state;
	check_files("scenarios/*.py");
	check_files("tests/conformance/*.py");
	check_files("tests/golden/code/*.py");
}

/* Small changes at random places: mostly syntax errors, sometimes odd code. */
static void mutate(struct prng *random, char *text, size_t length)
{
	static const char bytes[] = "()[]{}:,.=*+-@ \n\t'\"0a#\\<>";
	uint64_t changes = 1 + prng_u64(random) % 4;

	for (uint64_t i = 0; i < changes; i++) {
		size_t at = prng_u64(random) % length, to = prng_u64(random) % length;
		if (prng_u64(random) & 1)
			text[at] = bytes[prng_u64(random) % (sizeof bytes - 1)];
		else
			text[at] = text[to];
	}
}

static void changed_code_is_sound_or_refused(void **state)
{
	(void)state;
	glob_t files = find_files("tests/golden/code/*.py");
	struct prng random = prng_seed(30);

	for (int round = 0; round < 2000; round++) {
		const char *path = files.gl_pathv[prng_u64(&random) % files.gl_pathc];
		size_t length;
		char *text = read_file(path, &length);
		assert_non_null(text);
		mutate(&random, text, length);
		check_text(path, text, length, versions[prng_u64(&random) % VERSIONS]);
		free(text);
	}
	globfree(&files);
}

/* OPEN ... CLOSE, COUNT deep. */
static void check_deep(
	const char *open, const char *middle, const char *close, int count)
{
	struct strbuf text = STRBUF_INIT;

	for (int i = 0; i < count; i++)
		strbuf_puts(&text, open);
	strbuf_puts(&text, middle);
	for (int i = 0; i < count; i++)
		strbuf_puts(&text, close);
	strbuf_putc(&text, '\n');
	for (int v = 0; v < VERSIONS; v++)
		check_text("deep.py", text.text, text.length, versions[v]);
	strbuf_free(&text);
}

static void depth_is_bounded(void **state)
{
	(void)state;
	const int counts[] = {10, 80, 150, 1000, 20000};

	for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
		check_deep("(", "1", ")", counts[i]);
		check_deep("[", "a", "]", counts[i]);
		check_deep("f(", "", ")", counts[i]);
		check_deep("-", "a", "", counts[i]);
		check_deep("not ", "a", "", counts[i]);
		check_deep("a + ", "a", "", counts[i]);
		check_deep("a.", "b", "", counts[i]);
		check_deep("a = ", "b", "", counts[i]);
		check_deep("lambda: ", "b", "", counts[i]);
		check_deep("a if b else ", "c", "", counts[i]);
		check_deep("", "if a: b\n", "elif c: d\n", counts[i]);
	}
}

/* HEAD and what it holds, DEPTH times inside each other. */
static void check_blocks(const char *head, const char *tail, int depth)
{
	struct strbuf text = STRBUF_INIT;

	for (int i = 0; i < depth; i++)
		strbuf_printf(&text, "%*s%s\n", i, "", head);
	strbuf_printf(&text, "%*sx\n", depth, "");
	for (int i = depth; tail && i-- > 0;)
		strbuf_printf(&text, "%*s%s\n", i, "", tail);
	check_text("blocks.py", text.text, text.length, versions[depth % VERSIONS]);
	strbuf_free(&text);
}

static void blocks_inside_each_other(void **state)
{
	(void)state;
	for (int depth = 5; depth < 100; depth += 7) {
		check_blocks("for i in x:", NULL, depth);
		check_blocks("while x:", "else: y", depth);
		check_blocks("if x:", NULL, depth);
		check_blocks("with x:", NULL, depth);
		check_blocks("try:", "finally: y", depth);
		check_blocks("try:", "except y: z", depth);
	}
}

/* Each is compiled twice: the code would double at each depth. */
static void finally_inside_finally_is_bounded(void **state)
{
	(void)state;
	struct strbuf text = STRBUF_INIT;
	for (int i = 0; i < 40; i++)
		strbuf_printf(&text, "%*stry: x\n%*sfinally:\n", i, "", i, "");
	strbuf_printf(&text, "%*sy\n", 40, "");
	check_text("finally.py", text.text, text.length, (struct py_version){3, 11});
	strbuf_free(&text);
}

/* ---- what is refused */

struct refused {
	const char *text;
	struct py_version v;
	int line, column;
	const char *message;
};

#define OUTSIDE " is outside gcrefs's language"

static const struct refused refused[] = {
	{"import os\n", {3, 11}, 1, 1,
		"the module os" OUTSIDE
		"; programs see no files, processes or network"},
	{"import gc, os.path\n", {2, 7}, 1, 1,
		"the module os.path" OUTSIDE
		"; programs see no files, processes or network"},
	{"import ctypes\n", {3, 11}, 1, 1,
		"the module ctypes" OUTSIDE
		"; for the reference count of x use sys.getrefcount(x) - 1"},
	{"from gc import *\n", {3, 11}, 1, 1,
		"import *" OUTSIDE "; name what is to be imported"},
	{"x = 1\ny = \xc3\xa9(async_)\nasync def f(): pass\n", {3, 11}, 3, 1,
		"async" OUTSIDE},
	{"if x: import os\n", {3, 11}, 1, 7,
		"the module os" OUTSIDE
		"; programs see no files, processes or network"},
	{"x = '\xc3\xa9'; import os\n", {3, 11}, 1, 10,
		"the module os" OUTSIDE
		"; programs see no files, processes or network"},
	{"def f[T](a): pass\n", {3, 13}, 1, 7,
		"a type parameter" OUTSIDE "; leave it out"},
	{"exec a\n", {2, 7}, 1, 1, "the exec statement" OUTSIDE},
};

static void refusals_say_what_and_where(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
		const struct refused *r = &refused[i];
		struct diag d = DIAG_INIT;
		assert_null(compile_text(r->text, r->v, &d));
		assert_int_equal(d.kind, DIAG_REFUSED);
		assert_string_equal(d.file, "t.py");
		assert_string_equal(d.message, r->message);
		assert_int_equal(d.line, r->line);
		assert_int_equal(d.column, r->column);
		diag_free(&d);
	}
}

static void first_refusal_in_the_file_counts(void **state)
{
	(void)state;
	struct diag d = DIAG_INIT;

	assert_null(compile_text(
		"def f():\n\tasync def g(): pass\nimport os\n", versions[1], &d));
	assert_int_equal(d.line, 2);
	diag_free(&d);
}

/* The program of the table: each construct once. */
static void every_construct_has_a_name(void **state)
{
	(void)state;
	for (int i = 0; i < CONSTRUCT_COUNT; i++) {
		assert_non_null(construct_name((enum construct)i));
		assert_true(strlen(construct_name((enum construct)i)) > 2);
	}
}

/* ---- single facts of the compiled form */

static const struct op *find_op(const struct code *code, enum op_code wanted)
{
	for (uint32_t i = 0; i < code->op_count; i++)
		if (code->ops[i].code == wanted)
			return &code->ops[i];
	return NULL;
}

static struct unit *compile_fine(const char *text, struct py_version v)
{
	struct diag d = DIAG_INIT;
	struct unit *unit = compile_whole_language(text, strlen(text), "t.py", v, &d);

	if (!unit)
		fail_msg("%s: %s", text, d.message);
	return unit;
}

/* From 3.11 an argument that is a cell has no second slot. */
static void cells_of_arguments(void **state)
{
	(void)state;
	const char *text = "def f(a):\n\tdef g():\n\t\treturn a\n\treturn g\n";
	const struct {
		struct py_version v;
		int cells, flag;
	} expected[] = {{{2, 7}, 1, 3}, {{3, 10}, 1, 2}, {{3, 11}, 0, 1}};

	for (int i = 0; i < 3; i++) {
		struct unit *unit = compile_fine(text, expected[i].v);
		const struct code *code = unit->codes[1];
		const struct op *op = find_op(code, OP_MAKE_CELL);
		assert_string_equal(code->name, "f");
		assert_int_equal(code->cell_count, expected[i].cells);
		assert_non_null(op);
		assert_int_equal(op->flag, expected[i].flag);
		assert_int_equal(op->arg, expected[i].cells ? code->local_count : 0);
		unit_free(unit);
	}
}

static void docstrings(void **state)
{
	(void)state;
	const char *text = "def f():\n\t'''doc\n\t  more\n\t'''\ndef g(): pass\n";
	struct unit *unit = compile_fine(text, (struct py_version){3, 11});

	assert_string_equal(unit->codes[1]->doc, "doc\n\t  more\n\t");
	assert_int_equal(unit->codes[1]->constants[0].kind, CONSTANT_STR);
	assert_null(unit->codes[2]->doc);
	unit_free(unit);
	unit = compile_fine(text, (struct py_version){3, 13});
	assert_string_equal(unit->codes[1]->doc, "doc\nmore\n");
	unit_free(unit);
}

static void names_are_shared(void **state)
{
	(void)state;
	struct unit *unit = compile_fine("def f(): return name\ndef g(): return name\n",
		(struct py_version){3, 11});

	assert_ptr_equal(unit->codes[1]->names[0], unit->codes[2]->names[0]);
	unit_free(unit);
}

/* ---- goldens: tests/golden/code/NAME.py, its versions in the first line, and
 * NAME.X.Y.txt */

static char *golden_path(const char *source, const char *version)
{
	struct strbuf path = STRBUF_INIT;

	strbuf_add(&path, source, strlen(source) - 3);
	strbuf_printf(&path, ".%s.txt", version);
	return strbuf_take(&path);
}

static void compare(const char *path, const struct strbuf *seen)
{
	const char *mode = getenv("GOLDEN");
	size_t length;

	if (mode && !strcmp(mode, "write")) {
		FILE *file = fopen(path, "wb");
		assert_non_null(file);
		assert_int_equal(
			fwrite(seen->text, 1, seen->length, file), seen->length);
		fclose(file);
	}
	char *expected = read_file(path, &length);
	if (!expected)
		fail_msg("%s is missing; GOLDEN=write makes it", path);
	if (length != seen->length || memcmp(expected, seen->text, length) != 0)
		fail_msg("%s differs from what is compiled:\n%s", path, seen->text);
	free(expected);
}

static void check_golden(const char *source, const char *version)
{
	struct py_version v;
	struct strbuf text = STRBUF_INIT;
	struct diag d = DIAG_INIT;
	size_t length;

	assert_int_equal(sscanf(version, "%d.%d", &v.major, &v.minor), 2);
	char *bytes = read_file(source, &length);
	struct unit *unit =
		compile_whole_language(bytes, length, strrchr(source, '/') + 1, v, &d);
	if (!unit)
		fail_msg("%s, %s, line %d: %s", source, version, d.line, d.message);
	disasm_unit(unit, &text);
	char *path = golden_path(source, version);
	compare(path, &text);
	free(path);
	unit_free(unit);
	free(bytes);
	strbuf_free(&text);
}

static void check_all_versions(const char *source)
{
	static const char start[] = "# versions:";
	size_t length;
	char *text = read_file(source, &length), *rest = NULL;

	assert_int_equal(strncmp(text, start, strlen(start)), 0);
	text[strcspn(text, "\n")] = 0;
	for (char *v = strtok_r(text + strlen(start), " ", &rest); v;
		v = strtok_r(NULL, " ", &rest))
		check_golden(source, v);
	free(text);
}

static void listings_are_golden(void **state)
{
	(void)state;
	glob_t files = find_files("tests/golden/code/*.py");

	for (size_t i = 0; i < files.gl_pathc; i++)
		check_all_versions(files.gl_pathv[i]);
	globfree(&files);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(all_code_is_sound),
		cmocka_unit_test(changed_code_is_sound_or_refused),
		cmocka_unit_test(depth_is_bounded),
		cmocka_unit_test(blocks_inside_each_other),
		cmocka_unit_test(finally_inside_finally_is_bounded),
		cmocka_unit_test(refusals_say_what_and_where),
		cmocka_unit_test(first_refusal_in_the_file_counts),
		cmocka_unit_test(every_construct_has_a_name),
		cmocka_unit_test(cells_of_arguments),
		cmocka_unit_test(docstrings),
		cmocka_unit_test(names_are_shared),
		cmocka_unit_test(listings_are_golden),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
