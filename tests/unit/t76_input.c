#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "input.h"
#include "prng.h"

/* Feeds TEXT in pieces of SIZE bytes and checks the keys that come out. */
static void expect_in_pieces(
	const char *text, size_t length, size_t size, const uint32_t *codes, int count)
{
	struct input in;
	struct key key;
	int n = 0;

	input_init(&in);
	for (size_t i = 0; i < length; i += size) {
		size_t piece = i + size <= length ? size : length - i;

		assert_int_equal(
			input_feed(&in, (const unsigned char *)text + i, piece), piece);
		while (input_next(&in, &key)) {
			assert_true(n < count);
			assert_int_equal(key.code, codes[n]);
			n++;
		}
	}
	assert_int_equal(n, count);
	assert_int_equal(input_wait(&in), -1);
}

static void expect_keys(const char *text, const uint32_t *codes, int count)
{
	for (size_t size = 1; size <= strlen(text); size++)
		expect_in_pieces(text, strlen(text), size, codes, count);
}

#define EXPECT(text, ...) \
	do { \
		const uint32_t codes[] = {__VA_ARGS__}; \
		expect_keys(text, codes, (int)(sizeof(codes) / sizeof(codes[0]))); \
	} while (0)

static void letters_and_controls(void **state)
{
	(void)state;
	EXPECT("nN?", 'n', 'N', '?');
	EXPECT("\t\r\x7f\x03\x1a", KEY_TAB, KEY_ENTER, KEY_BACKSPACE, KEY_CTRL | 'c',
		KEY_CTRL | 'z');
}

static void utf8(void **state)
{
	(void)state;
	EXPECT("\xe4\xb8\x96x\xc3\xa9", 0x4e16, 'x', 0xe9);
	EXPECT("\xf0\x9f\x98\x80", 0x1f600);
}

static void broken_utf8_loses_nothing_behind_it(void **state)
{
	(void)state;
	EXPECT("\xffll", KEY_UNKNOWN, 'l', 'l');
	EXPECT("\xe4\xb8l", KEY_UNKNOWN, 'l');
	EXPECT("\xe4\x1b[A", KEY_UNKNOWN, KEY_UP);
	EXPECT("\xed\xa0\x80q", KEY_UNKNOWN, 'q');
	EXPECT("\xc0\xaf", KEY_UNKNOWN, KEY_UNKNOWN);
}

static void cursor_keys_in_both_modes(void **state)
{
	(void)state;
	EXPECT("\033[A\033OA\033[B\033OD", KEY_UP, KEY_UP, KEY_DOWN, KEY_LEFT);
	EXPECT("\033[H\033OF\033[1~\033[8~\033[5~", KEY_HOME, KEY_END, KEY_HOME,
		KEY_END, KEY_PAGE_UP);
	EXPECT("\033[Z\033OP\033[11~\033[24~", KEY_BACKTAB, KEY_F1, KEY_F1, KEY_F12);
}

static void modifiers_are_ignored(void **state)
{
	(void)state;
	EXPECT("\033[1;5A\033[3;2~", KEY_UP, KEY_DELETE);
}

static void arrows_with_shift_are_keys_of_their_own(void **state)
{
	(void)state;
	EXPECT("\033[1;2A\033[1;2D\033[1;2H", KEY_SHIFT | KEY_UP, KEY_SHIFT | KEY_LEFT,
		KEY_HOME);
}

static void expect_mouse(const char *text, uint32_t number, int x, int y)
{
	struct input in;
	struct key key;

	input_init(&in);
	input_feed(&in, (const unsigned char *)text, strlen(text));
	assert_true(input_next(&in, &key));
	assert_int_equal(key.code, KEY_MOUSE);
	assert_int_equal(key.number, number);
	assert_int_equal(key.x, x);
	assert_int_equal(key.y, y);
	assert_false(input_next(&in, &key));
}

static void the_mouse(void **state)
{
	(void)state;
	expect_mouse("\033[<0;10;20M", MOUSE_LEFT | MOUSE_PRESS, 9, 19);
	expect_mouse("\033[<0;1;1m", MOUSE_LEFT | MOUSE_RELEASE, 0, 0);
	expect_mouse("\033[<2;300;5M", MOUSE_RIGHT | MOUSE_PRESS, 299, 4);
	expect_mouse("\033[<32;3;4M", MOUSE_LEFT | MOUSE_DRAG, 2, 3);
	expect_mouse("\033[<64;3;4M", MOUSE_WHEEL_UP | MOUSE_PRESS, 2, 3);
	expect_mouse(
		"\033[<69;3;4M", MOUSE_WHEEL_DOWN | MOUSE_PRESS | MOUSE_SHIFT, 2, 3);
}

static void broken_reports_of_the_mouse_are_nothing(void **state)
{
	(void)state;
	EXPECT("\033[<0;0;5Mn", 'n');
	EXPECT("\033[<0;5Mn", 'n');
	EXPECT("\033[<;;Mn", 'n');
	EXPECT("\033[<0;1;2;3Mn", 'n');
	EXPECT("\033[0;1;2Mn", 'n');
}

static void unknown_sequences_leave_nothing(void **state)
{
	(void)state;
	EXPECT("\033[?1;2cn", 'n');
	EXPECT("\033[M`qqn", 'n');
	EXPECT("\033[99;99;99qn", 'n');
	EXPECT("\033[M qqn\033[M\xff\x02qn", 'n', 'n');
	EXPECT("\033]11;rgb:0/0/0\an", 'n');
	EXPECT("\033]2;q\033\\n", 'n');
	EXPECT("\033P1$rq\033\\n", 'n');
	EXPECT("\033[1234567890123456789012345678901234567890qn", 'n');
}

static void alt_and_escape(void **state)
{
	(void)state;
	EXPECT("\033x", KEY_ALT | 'x');
	EXPECT("\033\033[A", KEY_ESCAPE, KEY_UP);
}

static void a_lone_escape_is_a_key_after_a_moment(void **state)
{
	struct input in;
	struct key key;

	(void)state;
	input_init(&in);
	input_feed(&in, (const unsigned char *)"\033", 1);
	assert_false(input_next(&in, &key));
	assert_int_equal(input_wait(&in), 25);
	input_timeout(&in);
	assert_true(input_next(&in, &key));
	assert_int_equal(key.code, KEY_ESCAPE);
	assert_int_equal(input_wait(&in), -1);
}

static void an_unfinished_sequence_is_forgotten(void **state)
{
	struct input in;
	struct key key;

	(void)state;
	input_init(&in);
	input_feed(&in, (const unsigned char *)"\033[1;", 4);
	assert_int_equal(input_wait(&in), 200);
	input_timeout(&in);
	assert_false(input_next(&in, &key));
	input_feed(&in, (const unsigned char *)"n", 1);
	assert_true(input_next(&in, &key));
	assert_int_equal(key.code, 'n');
}

static void pasted_text_is_no_command(void **state)
{
	(void)state;
	EXPECT("a\033[200~q\n\033[A\001\xe4\xb8\x96\033[201~b", 'a', KEY_PASTE_START,
		KEY_PASTED | 'q', KEY_PASTED | ' ', KEY_PASTED | 0x4e16, KEY_PASTE_END,
		'b');
}

static void a_paste_without_end_ends_by_silence(void **state)
{
	struct input in;
	struct key key;

	(void)state;
	input_init(&in);
	input_feed(&in, (const unsigned char *)"\033[200~q", 7);
	assert_true(input_next(&in, &key));
	assert_true(input_next(&in, &key));
	assert_false(input_next(&in, &key));
	assert_true(input_wait(&in) > 0);
	input_timeout(&in);
	input_feed(&in, (const unsigned char *)"q", 1);
	assert_true(input_next(&in, &key));
	assert_int_equal(key.code, 'q');
}

static void the_barrier_carries_a_number(void **state)
{
	struct input in;
	struct key key;

	(void)state;
	input_init(&in);
	input_feed(&in, (const unsigned char *)"\033[?9901;417n", 12);
	assert_true(input_next(&in, &key));
	assert_int_equal(key.code, KEY_BARRIER);
	assert_int_equal(key.number, 417);
}

static void a_full_queue_takes_no_more(void **state)
{
	struct input in;
	struct key key;
	unsigned char many[200];
	size_t taken;

	(void)state;
	memset(many, 'x', sizeof(many));
	input_init(&in);
	taken = input_feed(&in, many, sizeof(many));
	assert_true(taken > 0 && taken < sizeof(many));
	for (size_t i = 0; i < taken; i++)
		assert_true(input_next(&in, &key));
	assert_false(input_next(&in, &key));
}

/* Whatever comes, after a pause plain keys are heard again. */
static void noise_never_deafens(void **state)
{
	struct prng random = prng_seed(7);
	struct input in;
	struct key key;

	(void)state;
	input_init(&in);
	for (int round = 0; round < 20000; round++) {
		unsigned char noise[40], n = (unsigned char)(prng_u64(&random) % 40);

		for (int i = 0; i < n; i++)
			noise[i] = prng_u64(&random) % 4
				? (unsigned char)(prng_u64(&random) & 0xff)
				: (unsigned char)"\033[O;12~"[prng_u64(&random) % 8];
		input_feed(&in, noise, n);
		while (input_next(&in, &key))
			;
		input_timeout(&in);
		while (input_next(&in, &key))
			;
		if (in.pasting)
			input_feed(&in, (const unsigned char *)"\033[201~", 6);
		while (input_next(&in, &key))
			;
		input_feed(&in, (const unsigned char *)"q", 1);
		assert_true(input_next(&in, &key));
		assert_int_equal(key.code, 'q');
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(letters_and_controls),
		cmocka_unit_test(utf8),
		cmocka_unit_test(broken_utf8_loses_nothing_behind_it),
		cmocka_unit_test(cursor_keys_in_both_modes),
		cmocka_unit_test(modifiers_are_ignored),
		cmocka_unit_test(arrows_with_shift_are_keys_of_their_own),
		cmocka_unit_test(the_mouse),
		cmocka_unit_test(broken_reports_of_the_mouse_are_nothing),
		cmocka_unit_test(unknown_sequences_leave_nothing),
		cmocka_unit_test(alt_and_escape),
		cmocka_unit_test(a_lone_escape_is_a_key_after_a_moment),
		cmocka_unit_test(an_unfinished_sequence_is_forgotten),
		cmocka_unit_test(pasted_text_is_no_command),
		cmocka_unit_test(a_paste_without_end_ends_by_silence),
		cmocka_unit_test(the_barrier_carries_a_number),
		cmocka_unit_test(a_full_queue_takes_no_more),
		cmocka_unit_test(noise_never_deafens),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
