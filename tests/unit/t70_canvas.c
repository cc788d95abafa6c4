#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "canvas.h"
#include "strbuf.h"

/* What is drawn is compared as text; each test draws on a fresh canvas. */

static void expect(const struct canvas *c, const char *wanted)
{
	struct strbuf b = STRBUF_INIT;

	canvas_dump(c, &b);
	assert_string_equal(b.text, wanted);
	strbuf_free(&b);
}

static void expect_text(enum glyph_set glyphs, const char *text, const char *wanted)
{
	struct canvas c;
	struct strbuf b = STRBUF_INIT;
	int columns;

	canvas_init(&c, 60, 1, glyphs);
	columns = canvas_text(&c, 0, 0, text, STYLE_DEFAULT);
	canvas_row_text(&c, 0, &b);
	assert_string_equal(b.text, wanted);
	assert_int_equal(columns, wtext_width(text, glyphs));
	strbuf_free(&b);
	canvas_free(&c);
}

static void widths_of_code_points(void **state)
{
	(void)state;
	static const struct {
		uint32_t code;
		int width;
	} cases[] = {{'a', 1}, {0xe9, 1}, {0x4e16, 2}, {0xac00, 2}, {0x1f600, 2},
		{0xff21, 2}, {0x2500, 1}, {0x25ba, 1}, {0x301, 0}, {0x20dd, 0},
		{0x1160, -1}, {0x1161, 0}, {0x1b, -1}, {0x7f, -1}, {0x9b, -1},
		{0x200b, -1}, {0x200d, -1}, {0x202e, -1}, {0x2066, -1}, {0xfeff, -1},
		{0xad, -1}, {0xfe0f, -1}, {0x378, -1}, {0xe000, -1}, {0xd800, -1},
		{0x10ffff, -1}, {0x110000, -1}, {0x3000, 2}, {0x2028, -1}};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_int_equal(wtext_code_width(cases[i].code), cases[i].width);
}

static void hostile_text_is_made_visible(void **state)
{
	(void)state;
	expect_text(GLYPHS_UNICODE, "a\x1b[2Jb", "a\\x1b[2Jb");
	expect_text(GLYPHS_UNICODE, "\n\t\x7f", "\\x0a\\x09\\x7f");
	expect_text(GLYPHS_UNICODE, "\xc2\x9b", "\\x9b");
	expect_text(GLYPHS_UNICODE, "x\xe2\x80\xaey", "xU+202Ey");
	expect_text(GLYPHS_UNICODE, "x\xe2\x80\x8by", "xU+200By");
	expect_text(GLYPHS_UNICODE, "\xf3\xa0\x81\x81", "U+E0041");
	expect_text(GLYPHS_UNICODE, "\xed\xa0\x80", "U+D800");
}

static void invalid_bytes_are_made_visible(void **state)
{
	(void)state;
	expect_text(GLYPHS_UNICODE, "a\xff\xfe", "a\\xff\\xfe");
	expect_text(GLYPHS_UNICODE, "\xc0\xaf", "\\xc0\\xaf");
	expect_text(GLYPHS_UNICODE, "\xe4\xb8", "\\xe4\\xb8");
	expect_text(GLYPHS_UNICODE, "\xf4\x90\x80\x80", "\\xf4\\x90\\x80\\x80");
}

static void marks_stay_on_their_base(void **state)
{
	(void)state;
	struct canvas c;
	const struct canvas_cell *cell;

	canvas_init(&c, 8, 1, GLYPHS_UNICODE);
	assert_int_equal(canvas_text(&c, 0, 0, "e\xcc\x81\xcc\x82x", 0), 2);
	cell = canvas_at(&c, 0, 0);
	assert_int_equal(cell->code[0], 'e');
	assert_int_equal(cell->code[1], 0x301);
	assert_int_equal(cell->code[2], 0x302);
	assert_int_equal(cell->code[3], 0);
	assert_int_equal(canvas_at(&c, 1, 0)->code[0], 'x');
	canvas_free(&c);
}

static void too_many_marks_are_dropped(void **state)
{
	(void)state;
	expect_text(GLYPHS_UNICODE,
		"a\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81z",
		"a\xcc\x81\xcc\x81\xcc\x81\xcc\x81z");
}

static void a_mark_without_base_is_made_visible(void **state)
{
	(void)state;
	expect_text(GLYPHS_UNICODE, "\xcc\x81x", "U+0301x");
}

static void ascii_has_nothing_but_ascii(void **state)
{
	(void)state;
	expect_text(GLYPHS_ASCII, "世a", "U+4E16a");
	expect_text(GLYPHS_ASCII, "gc 0→1…", "gc 0>1~");
	expect_text(GLYPHS_ASCII, "e\xcc\x81", "eU+0301");
	for (int kind = 0; kind < LINE_COUNT; kind++)
		for (unsigned mask = 1; mask < 16; mask++)
			assert_in_range(
				glyph_line(GLYPHS_ASCII, (enum line_kind)kind, mask),
				kind == LINE_GHOST ? ' ' : 0x21, 0x7e);
	for (int g = 0; g < GLYPH_COUNT; g++)
		assert_in_range(glyph_code(GLYPHS_ASCII, (enum glyph)g), 0x21, 0x7e);
}

static void every_glyph_is_one_column(void **state)
{
	(void)state;
	for (int set = 0; set < GLYPHS_COUNT; set++) {
		for (int g = 0; g < GLYPH_COUNT; g++)
			assert_int_equal(wtext_code_width(glyph_code(
						 (enum glyph_set)set, (enum glyph)g)),
				1);
		for (int kind = 0; kind < LINE_COUNT; kind++)
			for (unsigned mask = 1; mask < 16; mask++)
				assert_int_equal(
					wtext_code_width(glyph_line((enum glyph_set)set,
						(enum line_kind)kind, mask)),
					1);
	}
}

static void drawing_over_half_a_wide_character_blanks_the_other(void **state)
{
	(void)state;
	struct canvas c;

	canvas_init(&c, 8, 2, GLYPHS_UNICODE);
	canvas_text(&c, 0, 0, "世界", 0);
	canvas_put(&c, 1, 0, 'X', 0);
	canvas_text(&c, 0, 1, "世界", 0);
	canvas_put(&c, 2, 1, 'Y', 0);
	expect(&c, " X界\n世Y\n");
	canvas_text(&c, 1, 0, "人", 0);
	expect(&c, " 人\n世Y\n");
	canvas_free(&c);
}

static void what_is_outside_is_not_drawn(void **state)
{
	(void)state;
	struct canvas c;

	canvas_init(&c, 5, 2, GLYPHS_UNICODE);
	assert_int_equal(canvas_text(&c, -2, 0, "abcdefghij", 0), 10);
	canvas_text(&c, 0, -1, "no", 0);
	canvas_text(&c, 0, 2, "no", 0);
	canvas_text(&c, 4, 1, "世", 0);
	canvas_text(&c, -1, 1, "世", 0);
	expect(&c, "cdefg\n\n");
	canvas_free(&c);
}

static void a_sub_canvas_clips_and_moves(void **state)
{
	(void)state;
	struct canvas c, sub, inner;

	canvas_init(&c, 6, 3, GLYPHS_UNICODE);
	canvas_text(&c, 0, 0, "......", 0);
	canvas_text(&c, 0, 1, "......", 0);
	sub = canvas_sub(&c, (struct canvas_rect){1, 0, 4, 2});
	canvas_text(&sub, -1, 0, "abcdefgh", 0);
	inner = canvas_sub(&sub, (struct canvas_rect){2, 1, 9, 9});
	canvas_text(&inner, 0, 0, "xyz", 0);
	canvas_text(&inner, 0, 1, "xyz", 0);
	expect(&c, ".bcde.\n...xy.\n\n");
	assert_null(canvas_at(&sub, 4, 0));
	assert_int_equal(canvas_at(&sub, 0, 0)->code[0], 'b');
	canvas_free(&c);
}

static void long_text_is_cut_with_an_ellipsis(void **state)
{
	(void)state;
	struct canvas c;

	canvas_init(&c, 12, 5, GLYPHS_UNICODE);
	assert_int_equal(
		canvas_text_fit(&c, 0, 0, 6, CANVAS_CUT_END, "abcdefgh", 0), 6);
	assert_int_equal(
		canvas_text_fit(&c, 0, 1, 7, CANVAS_CUT_MIDDLE, "abcdefgh", 0), 7);
	assert_int_equal(
		canvas_text_fit(&c, 0, 2, 8, CANVAS_CUT_END, "abcdefgh", 0), 8);
	assert_int_equal(canvas_text_fit(&c, 0, 3, 4, CANVAS_CUT_END, "世界人", 0), 3);
	assert_int_equal(canvas_text_fit(&c, 0, 4, 0, CANVAS_CUT_END, "abc", 0), 0);
	expect(&c, "abcde…\nabc…fgh\nabcdefgh\n世…\n\n");
	canvas_free(&c);
}

static void text_is_broken_at_blanks(void **state)
{
	(void)state;
	struct canvas c;
	const char *text = "the quick brown fox\n\nabcdefghijkl";
	struct canvas_rect all = {0, 0, 9, 6}, three = {0, 0, 9, 3};

	canvas_init(&c, 9, 6, GLYPHS_UNICODE);
	assert_int_equal(canvas_text_wrap(&c, all, text, 0), 5);
	expect(&c, "the quick\nbrown fox\n\nabcdefghi\njkl\n\n");
	canvas_clear(&c);
	assert_int_equal(canvas_text_wrap(&c, three, text, 0), 5);
	expect(&c, "the quick\nbrown fox\n…\n\n\n\n");
	canvas_free(&c);
}

static void rules_join_where_they_meet(void **state)
{
	(void)state;
	struct canvas c;

	canvas_init(&c, 7, 5, GLYPHS_UNICODE);
	canvas_box(&c, (struct canvas_rect){0, 0, 7, 5}, LINE_SINGLE, 0);
	canvas_vline(&c, 3, 0, 5, LINE_SINGLE, 0);
	canvas_hline(&c, 0, 2, 7, LINE_SINGLE, 0);
	expect(&c, "┌──┬──┐\n│  │  │\n├──┼──┤\n│  │  │\n└──┴──┘\n");
	canvas_text(&c, 1, 2, "x", 0);
	canvas_hline(&c, 0, 2, 2, LINE_DOUBLE, 0);
	expect(&c, "┌──┬──┐\n│  │  │\n══─┼──┤\n│  │  │\n└──┴──┘\n");
	canvas_free(&c);
}

static void frames_have_their_own_lines(void **state)
{
	(void)state;
	static const struct {
		enum line_kind kind;
		const char *unicode, *ascii;
	} cases[] = {{LINE_SINGLE, "┌─┐\n│ │\n└─┘\n", "+-+\n| |\n+-+\n"},
		{LINE_DASHED, "┌┄┐\n┆ ┆\n└┄┘\n", ":.:\n: :\n:.:\n"},
		{LINE_DOUBLE, "╔═╗\n║ ║\n╚═╝\n", "#=#\n# #\n#=#\n"},
		{LINE_HEAVY, "┏━┓\n┃ ┃\n┗━┛\n", "***\n* *\n***\n"},
		{LINE_DOTTED, "·┈·\n┊ ┊\n·┈·\n", ",.,\n. .\n,.,\n"}};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		for (int ascii = 0; ascii < 2; ascii++) {
			struct canvas c;
			canvas_init(&c, 3, 3, ascii ? GLYPHS_ASCII : GLYPHS_UNICODE);
			canvas_box(
				&c, (struct canvas_rect){0, 0, 3, 3}, cases[i].kind, 0);
			expect(&c, ascii ? cases[i].ascii : cases[i].unicode);
			canvas_free(&c);
		}
}

static void a_blit_scrolls_and_cuts_wide_characters(void **state)
{
	(void)state;
	struct canvas pad, c;

	canvas_init(&pad, 8, 3, GLYPHS_UNICODE);
	canvas_text(&pad, 0, 0, "abcdefgh", 0);
	canvas_text(&pad, 0, 1, "世界人民", 0);
	canvas_text(&pad, 0, 2, "ABCDEFGH", 0);
	canvas_init(&c, 6, 4, GLYPHS_UNICODE);
	canvas_text(&c, 0, 3, "??????", 0);
	canvas_blit(&c, (struct canvas_rect){1, 0, 4, 4}, &pad, 1, 0);
	expect(&c, " bcde\n  界\n BCDE\n?    ?\n");
	canvas_blit(&c, (struct canvas_rect){0, 0, 6, 2}, &pad, 4, 1);
	expect(&c, "人民\nEFGH\n BCDE\n?    ?\n");
	canvas_free(&c);
	canvas_free(&pad);
}

static void restyling_keeps_text_and_other_flags(void **state)
{
	(void)state;
	struct canvas c;

	canvas_init(&c, 3, 1, GLYPHS_UNICODE);
	canvas_text(&c, 0, 0, "abc", STYLE_GARBAGE | STYLE_BOLD);
	canvas_restyle(&c, (struct canvas_rect){0, 0, 2, 1}, STYLE_SELECTED);
	canvas_restyle(&c, (struct canvas_rect){1, 0, 1, 1}, STYLE_REACHABLE);
	assert_int_equal(canvas_at(&c, 0, 0)->style,
		STYLE_GARBAGE | STYLE_BOLD | STYLE_SELECTED);
	assert_int_equal(canvas_at(&c, 1, 0)->style,
		STYLE_REACHABLE | STYLE_BOLD | STYLE_SELECTED);
	assert_int_equal(canvas_at(&c, 2, 0)->style, STYLE_GARBAGE | STYLE_BOLD);
	expect(&c, "abc\n");
	canvas_free(&c);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(widths_of_code_points),
		cmocka_unit_test(hostile_text_is_made_visible),
		cmocka_unit_test(invalid_bytes_are_made_visible),
		cmocka_unit_test(marks_stay_on_their_base),
		cmocka_unit_test(too_many_marks_are_dropped),
		cmocka_unit_test(a_mark_without_base_is_made_visible),
		cmocka_unit_test(ascii_has_nothing_but_ascii),
		cmocka_unit_test(every_glyph_is_one_column),
		cmocka_unit_test(drawing_over_half_a_wide_character_blanks_the_other),
		cmocka_unit_test(what_is_outside_is_not_drawn),
		cmocka_unit_test(a_sub_canvas_clips_and_moves),
		cmocka_unit_test(long_text_is_cut_with_an_ellipsis),
		cmocka_unit_test(text_is_broken_at_blanks),
		cmocka_unit_test(rules_join_where_they_meet),
		cmocka_unit_test(frames_have_their_own_lines),
		cmocka_unit_test(a_blit_scrolls_and_cuts_wide_characters),
		cmocka_unit_test(restyling_keeps_text_and_other_flags),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
