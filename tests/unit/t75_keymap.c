#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "keymap.h"
#include "strbuf.h"

/* The keys of the table are all there: no key stands in two rows. */
static void every_key_has_one_action(void **state)
{
	struct keymap map;
	struct strbuf keys = STRBUF_INIT;

	(void)state;
	keymap_init(&map, PROFILE_DEFAULT);
	for (int a = ACTION_NONE + 1; a < ACTION_COUNT; a++) {
		strbuf_clear(&keys);
		keymap_keys(&map, (enum action)a, &keys);
		assert_string_equal(keys.text, action_row((enum action)a)->keys);
	}
	strbuf_free(&keys);
}

static void every_action_is_explained(void **state)
{
	(void)state;
	for (int a = ACTION_NONE + 1; a < ACTION_COUNT; a++) {
		const struct action_row *row = action_row((enum action)a);

		assert_true(strlen(row->name) > 0);
		assert_true(strlen(row->help) > 0);
		assert_true(strlen(row->hint) < 14);
		assert_true(!row->where == !*row->hint);
	}
}

static void keys_have_names(void **state)
{
	static const char *const names[] = {
		"n", "?", "Space", "C-l", "M-1", "S-Tab", "S-Up", "F12", "PgDn", "Esc"};
	struct strbuf name = STRBUF_INIT;

	(void)state;
	for (unsigned i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		strbuf_clear(&name);
		key_name(key_code(names[i]), &name);
		assert_string_equal(name.text, names[i]);
	}
	assert_int_equal(key_code("C-1"), KEY_NONE);
	assert_int_equal(key_code("nn"), KEY_NONE);
	assert_int_equal(key_code(""), KEY_NONE);
	strbuf_free(&name);
}

static void profiles_differ_where_they_say(void **state)
{
	struct keymap map;

	(void)state;
	keymap_init(&map, PROFILE_VIM);
	assert_int_equal(keymap_find(&map, 'n'), ACTION_FIND_NEXT);
	assert_int_equal(keymap_find(&map, ';'), ACTION_STEP);
	assert_int_equal(keymap_find(&map, 's'), ACTION_STEP_MICRO);
	keymap_init(&map, PROFILE_PUDB);
	assert_int_equal(keymap_find(&map, 'n'), ACTION_OVER);
	assert_int_equal(key_profile_find("vim"), PROFILE_VIM);
	assert_int_equal(key_profile_find("emacs"), -1);
}

static void a_key_can_be_bound_anew(void **state)
{
	struct keymap map;

	(void)state;
	keymap_init(&map, PROFILE_DEFAULT);
	assert_true(keymap_bind(&map, key_code("n"), ACTION_QUIT));
	assert_int_equal(keymap_find(&map, 'n'), ACTION_QUIT);
	assert_int_equal(keymap_key(&map, ACTION_STEP), KEY_NONE);
	assert_int_equal(keymap_opposite(&map, ACTION_STEP_MICRO), ACTION_BACK_MICRO);
	assert_int_equal(keymap_opposite(&map, ACTION_STEP), ACTION_NONE);
}

static void commands_may_be_cut_short(void **state)
{
	(void)state;
	assert_int_equal(action_find("step", 4), ACTION_STEP);
	assert_int_equal(action_find("theme", 5), ACTION_THEME);
	assert_int_equal(action_find("th", 2), ACTION_THEME);
	assert_int_equal(action_find("zoom in", 4), ACTION_ZOOM);
	assert_int_equal(action_find("f", 1), ACTION_NONE);
	assert_int_equal(action_find("nothing", 7), ACTION_NONE);
	assert_int_equal(action_find("", 0), ACTION_NONE);
}

static void names_are_distinct(void **state)
{
	(void)state;
	for (int a = ACTION_NONE + 1; a < ACTION_COUNT; a++) {
		for (int b = a + 1; b < ACTION_COUNT; b++)
			assert_string_not_equal(action_row((enum action)a)->name,
				action_row((enum action)b)->name);
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
		{'c', ACTION_CONTINUE},
		{'C', ACTION_REVERSE},
		{'}', ACTION_GC},
		{'{', ACTION_GC_BACK},
		{KEY_HOME, ACTION_TOP},
		{KEY_END, ACTION_BOTTOM},
		{' ', ACTION_PLAY},
		{'?', ACTION_HELP},
		{'q', ACTION_QUIT},
		{KEY_TAB, ACTION_NEXT_PANE},
	};

	struct keymap map;

	(void)state;
	keymap_init(&map, PROFILE_DEFAULT);
	for (unsigned i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++)
		assert_int_equal(keymap_find(&map, pairs[i].key), pairs[i].action);
}

static void other_keys_do_nothing(void **state)
{
	struct keymap map;

	(void)state;
	keymap_init(&map, PROFILE_DEFAULT);
	assert_int_equal(keymap_find(&map, KEY_NONE), ACTION_NONE);
	assert_int_equal(keymap_find(&map, KEY_UNKNOWN), ACTION_NONE);
	assert_int_equal(keymap_find(&map, 0x4e16), ACTION_NONE);
	assert_int_equal(keymap_find(&map, KEY_ALT | 'q'), ACTION_NONE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_key_has_one_action),
		cmocka_unit_test(every_action_is_explained),
		cmocka_unit_test(keys_have_names),
		cmocka_unit_test(profiles_differ_where_they_say),
		cmocka_unit_test(a_key_can_be_bound_anew),
		cmocka_unit_test(commands_may_be_cut_short),
		cmocka_unit_test(names_are_distinct),
		cmocka_unit_test(upper_case_goes_back),
		cmocka_unit_test(other_keys_do_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
