#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "keymap.h"

static void every_key_has_one_action(void **state)
{
	(void)state;
	for (int a = ACTION_NONE + 1; a < ACTION_COUNT; a++) {
		const struct binding *b = keymap_binding((enum action)a);

		assert_int_equal(keymap_find(b->key), a);
		if (b->other != KEY_NONE)
			assert_int_equal(keymap_find(b->other), a);
	}
}

static void every_action_is_explained(void **state)
{
	(void)state;
	for (int a = ACTION_NONE + 1; a < ACTION_COUNT; a++) {
		const struct binding *b = keymap_binding((enum action)a);

		assert_true(strlen(b->name) > 0);
		assert_true(strlen(b->keys) > 0);
		assert_true(strlen(b->help) > 0);
		assert_true(strlen(b->hint) < 20);
	}
}

static void names_are_distinct(void **state)
{
	(void)state;
	for (int a = ACTION_NONE + 1; a < ACTION_COUNT; a++) {
		for (int b = a + 1; b < ACTION_COUNT; b++)
			assert_string_not_equal(keymap_binding((enum action)a)->name,
				keymap_binding((enum action)b)->name);
	}
}

/* Lower case goes forward, the same letter in upper case back. */
static void upper_case_goes_back(void **state)
{
	static const struct {
		uint32_t key;
		enum action action;
	} pairs[] = {
		{'n', ACTION_STEP},
		{'N', ACTION_BACK},
		{'s', ACTION_STEP_MICRO},
		{'S', ACTION_BACK_MICRO},
		{')', ACTION_LINE},
		{'(', ACTION_LINE_BACK},
		{'f', ACTION_PHASE},
		{'F', ACTION_PHASE_BACK},
		{'c', ACTION_END},
		{'C', ACTION_START},
		{'}', ACTION_GC},
		{'{', ACTION_GC_BACK},
		{KEY_HOME, ACTION_START},
		{KEY_END, ACTION_END},
		{' ', ACTION_PLAY},
		{'?', ACTION_HELP},
		{'q', ACTION_QUIT},
		{KEY_TAB, ACTION_NEXT_PANE},
	};

	(void)state;
	for (unsigned i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++)
		assert_int_equal(keymap_find(pairs[i].key), pairs[i].action);
}

static void other_keys_do_nothing(void **state)
{
	(void)state;
	assert_int_equal(keymap_find(KEY_NONE), ACTION_NONE);
	assert_int_equal(keymap_find(KEY_UNKNOWN), ACTION_NONE);
	assert_int_equal(keymap_find(0x4e16), ACTION_NONE);
	assert_int_equal(keymap_find(KEY_ALT | 'q'), ACTION_NONE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_key_has_one_action),
		cmocka_unit_test(every_action_is_explained),
		cmocka_unit_test(names_are_distinct),
		cmocka_unit_test(upper_case_goes_back),
		cmocka_unit_test(other_keys_do_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
