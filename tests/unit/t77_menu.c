#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "menu.h"

static enum menu_result press(struct menu *m, uint32_t code)
{
	struct key key = {.code = code};

	return menu_key(m, &key);
}

static void fill(struct menu *m)
{
	*m = (struct menu){0};
	menu_open(m, "Title", "foot", 5);
	menu_add_heading(m, "First");
	menu_add(m, 10, "a", "the apple");
	menu_add(m, 11, "b", "the Bear");
	menu_add_heading(m, "Second");
	menu_add(m, 12, "c", "the cat");
}

static void headings_are_passed_over(void **state)
{
	struct menu m;

	(void)state;
	fill(&m);
	assert_int_equal(menu_choice(&m), 10);
	press(&m, KEY_DOWN);
	press(&m, KEY_DOWN);
	assert_int_equal(menu_choice(&m), 12);
	press(&m, KEY_DOWN);
	assert_int_equal(menu_choice(&m), 12);
	press(&m, 'g');
	assert_int_equal(menu_choice(&m), 10);
	assert_int_equal(press(&m, KEY_ENTER), MENU_CHOSEN);
	assert_int_equal(press(&m, 'q'), MENU_CLOSED);
	assert_int_equal(press(&m, 'd'), MENU_OTHER);
	menu_close(&m);
}

static void a_text_is_searched(void **state)
{
	struct menu m;

	(void)state;
	fill(&m);
	press(&m, '/');
	press(&m, 'b');
	press(&m, 'e');
	assert_int_equal(menu_choice(&m), 11);
	assert_int_equal(press(&m, KEY_ENTER), MENU_STAYS);
	assert_int_equal(press(&m, KEY_ENTER), MENU_CHOSEN);
	assert_int_equal(press(&m, KEY_ESCAPE), MENU_STAYS);
	press(&m, KEY_DOWN);
	assert_int_equal(menu_choice(&m), 12);
	press(&m, '/');
	press(&m, 'z');
	assert_int_equal(menu_choice(&m), -1);
	press(&m, KEY_BACKSPACE);
	assert_int_equal(menu_choice(&m), 10);
	menu_close(&m);
}

static void every_size_is_drawn(void **state)
{
	struct menu m;

	(void)state;
	fill(&m);
	for (int columns = 1; columns < 60; columns++) {
		for (int rows = 1; rows < 12; rows++) {
			struct canvas c;
			int cursor[2];

			canvas_init(&c, columns, rows, GLYPHS_UNICODE);
			press(&m, rows % 2 ? KEY_DOWN : KEY_UP);
			menu_draw(&m, &c, cursor);
			assert_in_range(cursor[1], 0, rows);
			canvas_free(&c);
		}
	}
	menu_close(&m);
}

static void a_click_selects(void **state)
{
	struct menu m;
	struct canvas c;
	int cursor[2];

	(void)state;
	fill(&m);
	canvas_init(&c, 40, 10, GLYPHS_UNICODE);
	menu_draw(&m, &c, cursor);
	assert_true(menu_click(&m, 3));
	assert_int_equal(menu_choice(&m), 11);
	assert_false(menu_click(&m, 1));
	assert_false(menu_click(&m, 8));
	canvas_free(&c);
	menu_close(&m);
}

static void upper_case_is_meant(void **state)
{
	(void)state;
	assert_int_equal(text_find("the Bear", "bear"), 4);
	assert_int_equal(text_find("the bear", "Bear"), -1);
	assert_int_equal(text_find("the bear", ""), 0);
	assert_int_equal(text_find("", "b"), -1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(headings_are_passed_over),
		cmocka_unit_test(a_text_is_searched),
		cmocka_unit_test(every_size_is_drawn),
		cmocka_unit_test(a_click_selects),
		cmocka_unit_test(upper_case_is_meant),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
