#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "strbuf.h"

static void empty_is_text_without_memory(void **state)
{
	(void)state;
	struct strbuf b = STRBUF_INIT;

	assert_string_equal(b.text, "");
	assert_int_equal(b.length, 0);
	strbuf_free(&b);
	assert_string_equal(b.text, "");
}

static void appends_and_ends_in_nul(void **state)
{
	(void)state;
	struct strbuf b = STRBUF_INIT;

	strbuf_puts(&b, "ab");
	strbuf_putc(&b, 'c');
	strbuf_add(&b, "d\0e", 3);
	assert_int_equal(b.length, 6);
	assert_memory_equal(b.text, "abcd\0e", 7);
	strbuf_free(&b);
}

static void grows_by_many_small_pieces(void **state)
{
	(void)state;
	struct strbuf b = STRBUF_INIT;

	for (int i = 0; i < 10000; i++)
		strbuf_printf(&b, "%d,", i);
	assert_int_equal(b.length, 10 * 2 + 90 * 3 + 900 * 4 + 9000 * 5);
	assert_int_equal(strlen(b.text), b.length);
	assert_string_equal(b.text + b.length - 10, "9998,9999,");
	strbuf_free(&b);
}

static void printf_longer_than_any_first_guess(void **state)
{
	(void)state;
	struct strbuf b = STRBUF_INIT;

	strbuf_printf(&b, "%5000s|%d", "x", 7);
	assert_int_equal(b.length, 5002);
	assert_string_equal(b.text + 4999, "x|7");
	strbuf_free(&b);
}

static void utf8_of_every_length(void **state)
{
	(void)state;
	struct strbuf b = STRBUF_INIT;

	strbuf_put_utf8(&b, 0x41);
	strbuf_put_utf8(&b, 0xe9);
	strbuf_put_utf8(&b, 0x4e16);
	strbuf_put_utf8(&b, 0x1f40d);
	assert_string_equal(b.text, "A\xc3\xa9\xe4\xb8\x96\xf0\x9f\x90\x8d");
	strbuf_free(&b);
}

static void take_leaves_it_empty(void **state)
{
	(void)state;
	struct strbuf b = STRBUF_INIT;

	strbuf_puts(&b, "gone");
	char *text = strbuf_take(&b);
	assert_string_equal(text, "gone");
	assert_int_equal(b.length, 0);
	free(text);
	text = strbuf_take(&b);
	assert_string_equal(text, "");
	free(text);
	strbuf_free(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(empty_is_text_without_memory),
		cmocka_unit_test(appends_and_ends_in_nul),
		cmocka_unit_test(grows_by_many_small_pieces),
		cmocka_unit_test(printf_longer_than_any_first_guess),
		cmocka_unit_test(utf8_of_every_length),
		cmocka_unit_test(take_leaves_it_empty),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
