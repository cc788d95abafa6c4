#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "canvas.h"
#include "graph_draw.h"
#include "graph_reader.h"
#include "layout.h"
#include "strbuf.h"

/* A small heap: a name, two objects that refer to each other, a weak reference
 * and a leaf; boxes have two lines, title and counts. */
static const struct graph_node nodes[] = {
	{1, true, 1, 1}, {2, false, 11, 2}, {3, false, 11, 2}, {4, false, 11, 2}};
static const struct graph_ref refs[] = {
	{1, 2, false}, {2, 3, false}, {3, 2, false}, {3, 4, false}, {4, 2, true}};
static const struct graph heap = {nodes, 4, refs, 5};

static const char *const lines[4][2] = {{"x", ""}, {"list #2", "rc 2 gc 1"},
	{"Node #3", "rc 1 gc 0→1"}, {"dict #4", "rc 1"}};

struct scene {
	struct layout *layout;
	struct graph_look looks[4];
	struct graph_picture picture;
	struct canvas canvas;
};

static void scene_init(struct scene *s, enum layout_style style, enum glyph_set glyphs)
{
	s->layout = layout_new(&heap,
		(struct layout_options){style, glyphs == GLYPHS_ASCII ? 2 : 1, 0});
	for (int i = 0; i < 4; i++)
		s->looks[i] = (struct graph_look){.id = nodes[i].id,
			.lines = lines[i],
			.line_count = nodes[i].lines};
	s->picture = (struct graph_picture){
		.layout = s->layout, .looks = s->looks, .look_count = 4};
	canvas_init(&s->canvas, s->layout->width, s->layout->height, glyphs);
}

static void scene_free(struct scene *s)
{
	canvas_free(&s->canvas);
	layout_free(s->layout);
}

static char *scene_text(struct scene *s)
{
	struct strbuf b = STRBUF_INIT;

	graph_draw(&s->canvas, &s->picture);
	canvas_dump(&s->canvas, &b);
	return strbuf_take(&b);
}

static void expect(struct scene *s, const char *wanted)
{
	char *text = scene_text(s);

	assert_string_equal(text, wanted);
	free(text);
}

static void expect_references(struct scene *s)
{
	char *text = scene_text(s), *got;
	struct graph_reading r = graph_read(text);

	got = graph_reading_text(&r);
	assert_string_equal(got,
		"(x) -> list #2\nNode #3 -> dict #4\n"
		"Node #3 -> list #2\ndict #4 ~> list #2\n"
		"list #2 -> Node #3\n");
	free(got);
	free(text);
	graph_reading_free(&r);
}

static void set_states(struct scene *s, enum graph_state state)
{
	for (int i = 1; i < 4; i++)
		s->looks[i].state = state;
}

static void borders_and_badges_tell_states(void **state)
{
	(void)state;
	struct scene s;

	scene_init(&s, LAYOUT_BOX, GLYPHS_UNICODE);
	s.looks[1].state = GRAPH_REACHABLE;
	s.looks[1].badge = "R";
	s.looks[2].state = GRAPH_SET_ASIDE;
	s.looks[2].badge = "?*";
	s.looks[3].state = GRAPH_UNREACHABLE;
	s.looks[3].badge = "X";
	expect(&s,
		"                        ┌┄┄┄┄┄┄┄┄┄┄┄┄┄┐\n"
		"      ┌─────────────┐   ┆ Node #3  ?* ┆   ╔═════════════╗\n"
		"(x)──►│ list #2   R │◄─►┆ rc 1 gc 0→1 ├──►║ dict #4   X ║\n"
		"      │ rc 2 gc 1   │◄╮ └┄┄┄┄┄┄┄┄┄┄┄┄┄┘ ╭╌╢ rc 1        ║\n"
		"      └─────────────┘ ╰╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╯ ╚═════════════╝\n");
	s.looks[1].visited = true;
	s.looks[2].state = GRAPH_FREED;
	expect(&s,
		"                        ·┈┈┈┈┈┈┈┈┈┈┈┈┈·\n"
		"      ┏━━━━━━━━━━━━━┓   ┊ Node #3  ?* ┊   ╔═════════════╗\n"
		"(x)──►┃ list #2   R ┃◄─►┊ rc 1 gc 0→1 ├──►║ dict #4   X ║\n"
		"      ┃ rc 2 gc 1   ┃◄╮ ·┈┈┈┈┈┈┈┈┈┈┈┈┈· ╭╌╢ rc 1        ║\n"
		"      ┗━━━━━━━━━━━━━┛ ╰╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╯ ╚═════════════╝\n");
	scene_free(&s);
}

static void ascii_has_borders_of_its_own(void **state)
{
	(void)state;
	struct scene s;

	scene_init(&s, LAYOUT_BOX, GLYPHS_ASCII);
	s.looks[1].visited = true;
	s.looks[2].state = GRAPH_SET_ASIDE;
	s.looks[2].badge = "?";
	s.looks[3].state = GRAPH_DEAD;
	s.looks[3].badge = "D";
	expect(&s,
		"                          :.............:\n"
		"      ***************     : Node #3   ? :     #=============#\n"
		"(x)-->* list #2     *<--->: rc 1 gc 0>1 :----># dict #4   D #\n"
		"      * rc 2 gc 1   *<~.  :.............:  .~~# rc 1        #\n"
		"      ***************  '~~~~~~~~~~~~~~~~~~~'  #=============#\n");
	scene_free(&s);
}

static void the_console_has_square_corners(void **state)
{
	(void)state;
	struct scene s;

	scene_init(&s, LAYOUT_BOX, GLYPHS_CONSOLE);
	s.looks[2].state = GRAPH_SET_ASIDE;
	s.looks[3].state = GRAPH_DEAD;
	expect(&s,
		"                        :.............:\n"
		"      ┌─────────────┐   : Node #3     :   ╔═════════════╗\n"
		"(x)──►│ list #2     │◄─►: rc 1 gc 0→1 :──►║ dict #4     ║\n"
		"      │ rc 2 gc 1   │◄. :.............: .~╢ rc 1        ║\n"
		"      └─────────────┘ '~~~~~~~~~~~~~~~~~' ╚═════════════╝\n");
	scene_free(&s);
}

static void references_can_be_read_in_every_state(void **state)
{
	(void)state;
	static const enum glyph_set sets[] = {GLYPHS_UNICODE, GLYPHS_ASCII};

	for (int k = 0; k < 2; k++)
		for (int visited = 0; visited < 2; visited++)
			for (int i = GRAPH_LIVE; i < GRAPH_FREED; i++) {
				struct scene s;
				scene_init(&s, LAYOUT_BOX, sets[k]);
				set_states(&s, (enum graph_state)i);
				s.looks[2].visited = visited;
				expect_references(&s);
				scene_free(&s);
			}
}

static void a_part_is_a_part_of_the_whole(void **state)
{
	(void)state;
	struct scene s;
	struct canvas whole, part, cut;

	scene_init(&s, LAYOUT_BOX, GLYPHS_UNICODE);
	graph_draw(&s.canvas, &s.picture);
	whole = s.canvas;
	for (int y = -2; y < whole.rows; y++)
		for (int x = -2; x < whole.columns; x += 3) {
			struct strbuf a = STRBUF_INIT, b = STRBUF_INIT;
			canvas_init(&part, 17, 4, GLYPHS_UNICODE);
			canvas_init(&cut, 17, 4, GLYPHS_UNICODE);
			s.picture.x = x;
			s.picture.y = y;
			graph_draw(&part, &s.picture);
			canvas_blit(
				&cut, (struct canvas_rect){0, 0, 17, 4}, &whole, x, y);
			canvas_dump(&part, &a);
			canvas_dump(&cut, &b);
			assert_string_equal(a.text, b.text);
			strbuf_free(&a);
			strbuf_free(&b);
			canvas_free(&part);
			canvas_free(&cut);
		}
	scene_free(&s);
}

static void long_text_is_cut_to_the_box(void **state)
{
	(void)state;
	static const char *const hostile[] = {
		"a very long title indeed", "\x1b[31mred\xe2\x80\xae"};
	struct scene s;

	scene_init(&s, LAYOUT_BOX, GLYPHS_UNICODE);
	s.looks[1].lines = hostile;
	s.looks[1].badge = "D*";
	expect(&s,
		"                        ┌─────────────┐\n"
		"      ┌─────────────┐   │ Node #3     │   ┌─────────────┐\n"
		"(x)──►│ a ve…eed D* │◄─►│ rc 1 gc 0→1 ├──►│ dict #4     │\n"
		"      │ \\x1b[31mre… │◄╮ └─────────────┘ ╭╌┤ rc 1        │\n"
		"      └─────────────┘ ╰╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╯ └─────────────┘\n");
	scene_free(&s);
}

/* Cells whose role is ROLE (any if 0) and that have all of FLAGS. */
static int count_style(const struct canvas *c, unsigned role, unsigned flags)
{
	int count = 0;

	for (int y = 0; y < c->rows; y++)
		for (int x = 0; x < c->columns; x++) {
			unsigned style = canvas_at(c, x, y)->style;
			count += (!role || (style & STYLE_ROLE) == role) &&
				(style & flags) == flags;
		}
	return count;
}

static void a_mark_follows_one_reference(void **state)
{
	(void)state;
	struct graph_mark marks[] = {{3, 4, false, STYLE_VISITED | STYLE_BOLD, false},
		{7, 8, false, STYLE_VISITED, false}};
	const struct layout_box *from, *to;
	struct scene s;

	scene_init(&s, LAYOUT_BOX, GLYPHS_UNICODE);
	s.picture.marks = marks;
	s.picture.mark_count = 2;
	graph_draw(&s.canvas, &s.picture);
	from = layout_find(s.layout, 3);
	to = layout_find(s.layout, 4);
	assert_true(from->x + from->width < to->x);
	assert_in_range(count_style(&s.canvas, STYLE_VISITED, STYLE_BOLD),
		to->x - from->x - from->width,
		to->x - from->x - from->width + s.layout->height);
	scene_free(&s);
}

static void what_is_gone_stays_as_dots(void **state)
{
	(void)state;
	struct graph_ref left[] = {{1, 2, false}, {2, 3, false}, {3, 2, false}};
	struct graph later = {nodes, 3, left, 3};
	struct graph_mark marks[] = {{3, 4, false, STYLE_DIM, true},
		{4, 2, true, STYLE_DIM, true}, {2, 3, false, STYLE_DIM, true}};
	struct scene s;

	scene_init(&s, LAYOUT_BOX, GLYPHS_UNICODE);
	assert_true(layout_update(s.layout, &later));
	s.looks[3].state = GRAPH_FREED;
	s.looks[3].badge = "freed";
	s.picture.marks = marks;
	s.picture.mark_count = 3;
	expect(&s,
		"                        ┌─────────────┐\n"
		"      ┌─────────────┐   │ Node #3     │   ·┈┈┈┈┈┈┈┈┈┈┈┈┈·\n"
		"(x)──►│ list #2     │◄─►│ rc 1 gc 0→1 │┄┄┄┊ di…#4 freed ┊\n"
		"      │ rc 2 gc 1   │┄┆ └─────────────┘ ┆┄┊ rc 1        ┊\n"
		"      └─────────────┘ ┆┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┆ ·┈┈┈┈┈┈┈┈┈┈┈┈┈·\n");
	s.picture.mark_count = 0;
	s.picture.look_count = 3;
	expect(&s,
		"                        ┌─────────────┐\n"
		"      ┌─────────────┐   │ Node #3     │\n"
		"(x)──►│ list #2     │◄─►│ rc 1 gc 0→1 │\n"
		"      │ rc 2 gc 1   │   └─────────────┘\n"
		"      └─────────────┘\n");
	assert_true(layout_update(s.layout, &heap));
	s.picture.look_count = 4;
	s.looks[3].state = GRAPH_LIVE;
	s.looks[3].badge = NULL;
	expect_references(&s);
	scene_free(&s);
}

static void selection_colours_the_whole_box(void **state)
{
	(void)state;
	struct scene s;
	const struct layout_box *b;

	scene_init(&s, LAYOUT_COMPACT, GLYPHS_UNICODE);
	s.looks[1].selected = true;
	s.looks[2].changed = 1;
	graph_draw(&s.canvas, &s.picture);
	b = layout_find(s.layout, 2);
	assert_int_equal(
		count_style(&s.canvas, 0, STYLE_SELECTED), b->width * b->height);
	assert_int_equal(count_style(&s.canvas, STYLE_CHANGED, 0), 7);
	scene_free(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(borders_and_badges_tell_states),
		cmocka_unit_test(ascii_has_borders_of_its_own),
		cmocka_unit_test(the_console_has_square_corners),
		cmocka_unit_test(references_can_be_read_in_every_state),
		cmocka_unit_test(a_part_is_a_part_of_the_whole),
		cmocka_unit_test(long_text_is_cut_to_the_box),
		cmocka_unit_test(a_mark_follows_one_reference),
		cmocka_unit_test(what_is_gone_stays_as_dots),
		cmocka_unit_test(selection_colours_the_whole_box),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
