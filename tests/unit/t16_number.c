#include "recorded.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "code.h"
#include "history.h"
#include "number.h"

static int operator_of(const char *sign)
{
	static const struct {
		const char *sign;
		int op;
	} signs[] = {
		{"+", BINARY_ADD},
		{"-", BINARY_SUBTRACT},
		{"*", BINARY_MULTIPLY},
		{"/", BINARY_TRUE_DIVIDE},
		{"//", BINARY_FLOOR_DIVIDE},
		{"%", BINARY_MODULO},
		{"**", BINARY_POWER},
		{"<<", BINARY_LSHIFT},
		{">>", BINARY_RSHIFT},
		{"&", BINARY_AND},
		{"|", BINARY_OR},
		{"^", BINARY_XOR},
	};

	for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++) {
		if (strcmp(sign, signs[i].sign) == 0)
			return signs[i].op;
	}
	return -1;
}

static const char *type_text(int type)
{
	switch (type) {
	case T_ZERO_DIVISION_ERROR:
		return "ZeroDivisionError";
	case T_OVERFLOW_ERROR:
		return "OverflowError";
	case T_VALUE_ERROR:
		return "ValueError";
	case T_TYPE_ERROR:
		return "TypeError";
	default:
		return "?";
	}
}

static void calculate(struct world *w, int op, obj_id a, obj_id b, struct strbuf *out)
{
	struct number_error e;
	obj_id r = number_binary(w, op, a, b, &e);

	if (r) {
		strbuf_puts(out, "= ");
		number_repr(w, r, out);
	} else if (!e.type) {
		strbuf_puts(out, "! TypeError: unsupported operand");
	} else {
		strbuf_printf(out, "! %s: %s", type_text(e.type), e.message);
	}
}

static void compare(struct world *w, obj_id a, obj_id b, struct strbuf *out)
{
	int order = number_compare(w, a, b);

	strbuf_printf(out, "= %d %d %d", order == -1, order == 0, order == 1);
}

/* What the engine makes of "OPERATOR A B". */
static void answer(struct world *w, const char *what, const char *left,
	const char *right, struct strbuf *out)
{
	obj_id a = recorded_value(w, left);
	obj_id b = recorded_value(w, right);

	if (operator_of(what) >= 0) {
		calculate(w, operator_of(what), a, b, out);
	} else if (strcmp(what, "cmp") == 0) {
		compare(w, a, b, out);
	} else if (strcmp(what, "hash") == 0) {
		strbuf_printf(out, "= %lld", (long long)number_hash(w, a));
	} else if (strcmp(what, "repr") == 0) {
		strbuf_puts(out, "= ");
		number_repr(w, a, out);
	} else {
		assert_string_equal(what, "str");
		strbuf_puts(out, "= ");
		number_str(w, a, out);
	}
}

static void check_line(
	struct world *w, const char *version, char *line, struct strbuf *out)
{
	char *left = strchr(line, ' ') + 1;
	char *right = strchr(left, ' ') + 1;
	char *expected = strchr(right, ' ') + 1;

	left[-1] = right[-1] = expected[-1] = '\0';
	strbuf_clear(out);
	answer(w, line, left, right, out);
	if (strcmp(out->text, "! TypeError: unsupported operand") == 0)
		assert_memory_equal(expected, out->text, out->length);
	else if (strcmp(expected, out->text) != 0)
		fail_msg("Python %s: %s %s %s: expected %s, got %s", version, line,
			left, right, expected, out->text);
}

static void numbers_are_those_of_real_interpreters(void **state)
{
	(void)state;
	struct strbuf line = STRBUF_INIT;
	struct strbuf out = STRBUF_INIT;

	for (int i = 0; recorded_versions[i]; i++) {
		FILE *f = recorded_open("number", recorded_versions[i]);
		struct fixture x;

		fixture_init(&x, recorded_versions[i]);
		while (recorded_line(f, &line))
			check_line(&x.w, recorded_versions[i], line.text, &out);
		fixture_free(&x);
		fclose(f);
	}
	strbuf_free(&line);
	strbuf_free(&out);
}

/* Powers of two, where the neighbours of a double are not equally far. */
static void floats_read_back(void **state)
{
	(void)state;
	struct strbuf out = STRBUF_INIT;
	double value = 0x1p-1074;

	for (int i = -1074; i < 1024; i++, value *= 2) {
		strbuf_clear(&out);
		float_repr(value, &out);
		assert_true(strtod(out.text, NULL) == value);
		assert_true(out.length <= 24);
	}
	strbuf_free(&out);
}

static void numbers_can_be_taken_back(void **state)
{
	(void)state;
	struct fixture x;
	struct strbuf out = STRBUF_INIT;
	uint64_t before, after, end;

	fixture_init(&x, "3.11");
	fixture_record(&x);
	before = world_hash(&x.w);
	for (int op = 0; op < BINARY_OPERATORS; op++) {
		calculate(&x.w, op, recorded_value(&x.w, "i123456789012345678901"),
			recorded_value(&x.w, "i77"), &out);
	}
	world_event(&x.w, (struct event){.kind = EV_LINE});
	after = world_hash(&x.w);
	end = history_end(x.w.history);
	history_seek(x.w.history, 0);
	assert_true(world_hash(&x.w) == before);
	history_seek(x.w.history, end);
	assert_true(world_hash(&x.w) == after);
	fixture_free(&x);
	strbuf_free(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_are_those_of_real_interpreters),
		cmocka_unit_test(floats_read_back),
		cmocka_unit_test(numbers_can_be_taken_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
