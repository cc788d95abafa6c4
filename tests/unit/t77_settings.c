#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "settings.h"
#include "strbuf.h"

static void lines_are_read(void **state)
{
	struct settings s;
	struct strbuf why = STRBUF_INIT;
	struct keymap map;

	(void)state;
	settings_init(&s);
	assert_true(settings_line(&s, "theme = light", &why));
	assert_true(settings_line(&s, "  mouse=off # not here", &why));
	assert_true(settings_line(&s, "", &why));
	assert_true(settings_line(&s, "# theme = dark", &why));
	assert_true(settings_line(&s, "keys = vim", &why));
	assert_true(settings_line(&s, "pace=250", &why));
	assert_true(settings_line(&s, "language = zh", &why));
	assert_true(settings_line(&s, "map F5 continue", &why));
	assert_true(settings_line(&s, "map q none", &why));
	assert_int_equal(s.theme, 1);
	assert_int_equal(s.mouse, 0);
	assert_int_equal(s.pace, 250);
	assert_string_equal(s.language, "zh");
	settings_keymap(&s, &map);
	assert_int_equal(keymap_find(&map, 'n'), ACTION_FIND_NEXT);
	assert_int_equal(keymap_find(&map, KEY_F1 + 4), ACTION_CONTINUE);
	assert_int_equal(keymap_find(&map, 'q'), ACTION_NONE);
	assert_int_equal(why.length, 0);
}

static void mistakes_are_told_and_change_nothing(void **state)
{
	static const char *const wrong[] = {"theme", "theme = pink", "nothing = 1",
		"pace = fast", "pace = 0", "map nn step", "map n nothing",
		"language = a very long name of a language", "= 1"};
	struct settings before, after;

	(void)state;
	settings_init(&before);
	settings_init(&after);
	for (unsigned i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		struct strbuf why = STRBUF_INIT;

		assert_false(settings_line(&after, wrong[i], &why));
		assert_true(why.length > 0);
		assert_memory_equal(&before, &after, sizeof(before));
		strbuf_free(&why);
	}
}

/* What is shown can be set again. */
static void values_come_back(void **state)
{
	struct settings s, again;
	struct strbuf why = STRBUF_INIT, value = STRBUF_INIT;

	(void)state;
	settings_init(&s);
	settings_init(&again);
	s.theme = 2;
	s.keys = 1;
	s.width = 40;
	for (int i = 0; settings_name(i); i++) {
		strbuf_clear(&value);
		settings_value(&s, i, &value);
		assert_true(settings_set(&again, settings_name(i), value.text, &why));
		assert_true(strlen(settings_help(i)) > 0);
	}
	assert_memory_equal(&s, &again, sizeof(s));
	strbuf_free(&value);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_are_read),
		cmocka_unit_test(mistakes_are_told_and_change_nothing),
		cmocka_unit_test(values_come_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
