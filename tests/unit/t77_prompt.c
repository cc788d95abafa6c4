#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "prompt.h"

struct fixture {
	struct prompt prompt;
	struct prompt_lines lines;
};

static void complete(void *context, const char *line, struct candidates *out)
{
	(void)context;
	candidates_match(out, line, "step");
	candidates_match(out, line, "stepi");
	candidates_match(out, line, "story");
	candidates_match(out, line, "quit");
}

static enum prompt_result press(struct fixture *f, uint32_t code)
{
	const struct prompt_completer completer = {complete, NULL};
	struct key key = {.code = code};

	return prompt_key(&f->prompt, &key, &completer);
}

static void type(struct fixture *f, const char *text)
{
	for (; *text; text++)
		assert_int_equal(press(f, (unsigned char)*text), PROMPT_OPEN);
}

static int open_prompt(void **state)
{
	static struct fixture f;

	f = (struct fixture){0};
	prompt_open(&f.prompt, &f.lines);
	*state = &f;
	return 0;
}

static int close_prompt(void **state)
{
	struct fixture *f = *state;

	prompt_free(&f->prompt);
	prompt_lines_free(&f->lines);
	return 0;
}

static void characters_go_in_at_the_cursor(void **state)
{
	struct fixture *f = *state;

	type(f, "ac");
	press(f, KEY_LEFT);
	press(f, 0x4e16);
	press(f, KEY_LEFT);
	type(f, "b");
	assert_string_equal(f->prompt.text.text,
		"ab\xe4\xb8\x96"
		"c");
	press(f, KEY_RIGHT);
	press(f, KEY_BACKSPACE);
	assert_string_equal(f->prompt.text.text, "abc");
	press(f, KEY_HOME);
	press(f, KEY_DELETE);
	assert_string_equal(f->prompt.text.text, "bc");
	press(f, KEY_END);
	type(f, " de fg");
	press(f, KEY_CTRL | 'w');
	assert_string_equal(f->prompt.text.text, "bc de ");
	press(f, KEY_CTRL | 'u');
	assert_string_equal(f->prompt.text.text, "");
}

static void what_is_pasted_goes_in_too(void **state)
{
	struct fixture *f = *state;

	press(f, KEY_PASTED | 'x');
	press(f, KEY_PASTE_END);
	assert_string_equal(f->prompt.text.text, "x");
}

static void it_ends(void **state)
{
	struct fixture *f = *state;

	type(f, "q");
	assert_int_equal(press(f, KEY_ENTER), PROMPT_DONE);
	assert_int_equal(press(f, KEY_ESCAPE), PROMPT_GIVEN_UP);
	press(f, KEY_BACKSPACE);
	assert_int_equal(press(f, KEY_BACKSPACE), PROMPT_GIVEN_UP);
}

static void tab_completes(void **state)
{
	struct fixture *f = *state;

	type(f, "s");
	press(f, KEY_TAB);
	assert_string_equal(f->prompt.text.text, "st");
	assert_int_equal(f->prompt.candidates.count, 3);
	press(f, KEY_TAB);
	assert_string_equal(f->prompt.text.text, "step");
	press(f, KEY_TAB);
	assert_string_equal(f->prompt.text.text, "stepi");
	press(f, KEY_BACKTAB);
	press(f, KEY_BACKTAB);
	assert_string_equal(f->prompt.text.text, "story");
	press(f, KEY_CTRL | 'u');
	type(f, "q");
	press(f, KEY_TAB);
	assert_string_equal(f->prompt.text.text, "quit ");
	press(f, KEY_CTRL | 'u');
	type(f, "x");
	press(f, KEY_TAB);
	assert_string_equal(f->prompt.text.text, "x");
}

static void older_lines_come_back(void **state)
{
	struct fixture *f = *state;

	type(f, "step 3");
	press(f, KEY_ENTER);
	prompt_open(&f->prompt, &f->lines);
	type(f, "goto 5");
	press(f, KEY_ENTER);
	prompt_open(&f->prompt, &f->lines);
	press(f, KEY_UP);
	assert_string_equal(f->prompt.text.text, "goto 5");
	press(f, KEY_UP);
	press(f, KEY_UP);
	assert_string_equal(f->prompt.text.text, "step 3");
	press(f, KEY_DOWN);
	press(f, KEY_DOWN);
	assert_string_equal(f->prompt.text.text, "");
	/* Those that begin as what is typed. */
	type(f, "st");
	press(f, KEY_UP);
	assert_string_equal(f->prompt.text.text, "step 3");
	press(f, KEY_DOWN);
	assert_string_equal(f->prompt.text.text, "st");
	/* Those that hold it. */
	press(f, KEY_CTRL | 'u');
	type(f, "to");
	press(f, KEY_CTRL | 'r');
	assert_string_equal(f->prompt.text.text, "goto 5");
}

static void a_line_is_kept_once(void **state)
{
	struct fixture *f = *state;

	prompt_lines_add(&f->lines, "a");
	prompt_lines_add(&f->lines, "a");
	prompt_lines_add(&f->lines, "");
	assert_int_equal(f->lines.count, 1);
	for (int i = 0; i < 2 * PROMPT_LINES; i++)
		prompt_lines_add(&f->lines, i % 2 ? "b" : "c");
	assert_int_equal(f->lines.count, PROMPT_LINES);
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, open_prompt, close_prompt)
	const struct CMUnitTest tests[] = {
		TEST(characters_go_in_at_the_cursor),
		TEST(what_is_pasted_goes_in_too),
		TEST(it_ends),
		TEST(tab_completes),
		TEST(older_lines_come_back),
		TEST(a_line_is_kept_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
