#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "app.h"
#include "keymap.h"
#include "play.h"
#include "prng.h"
#include "strbuf.h"
#include "xalloc.h"

/* A screen without a terminal. */
struct desk {
	struct play play;
	struct app *app;
	struct canvas canvas;
};

static void desk_open(struct desk *d, const char *file, int columns, int rows)
{
	struct app_options options = {
		.theme = THEME_DARK, .colors = 256, .language = ""};

	play_file(&d->play, file, GC_FIVE_STEP);
	d->app = app_new(d->play.scenario, d->play.machine, &options);
	canvas_init(&d->canvas, columns, rows, GLYPHS_UNICODE);
}

static void desk_close(struct desk *d)
{
	canvas_free(&d->canvas);
	app_free(d->app);
	play_free(&d->play);
}

static unsigned press(struct desk *d, uint32_t code)
{
	struct key key = {.code = code};

	return app_key(d->app, &key);
}

/* The screen as text; to be freed. */
static char *look(struct desk *d)
{
	struct strbuf text = STRBUF_INIT;
	struct app_cursor at;

	app_draw(d->app, &d->canvas, &at);
	assert_in_range(at.x, 0, d->canvas.columns - 1);
	assert_in_range(at.y, 0, d->canvas.rows - 1);
	canvas_dump(&d->canvas, &text);
	return strbuf_take(&text);
}

static bool shows(struct desk *d, const char *text)
{
	char *screen = look(d);
	bool found = strstr(screen, text) != NULL;

	free(screen);
	return found;
}

static const char *scenario(char **files, int count, const char *name)
{
	for (int i = 0; i < count; i++) {
		if (strstr(files[i], name))
			return files[i];
	}
	fail_msg("no scenario %s", name);
	return NULL;
}

static void free_files(char **files, int count)
{
	for (int i = 0; i < count; i++)
		free(files[i]);
	free(files);
}

enum {
	WALK = 40
};

/* WALK times FORWARD, then as often BACK: every screen is the same again. */
static void walk(struct desk *d, uint32_t forward, uint32_t back)
{
	char *screens[WALK + 1];
	uint64_t steps[WALK + 1];
	int n = 0;

	press(d, KEY_ESCAPE);
	screens[0] = look(d);
	steps[0] = machine_position(d->play.machine);
	while (n < WALK) {
		press(d, forward);
		if (machine_end_known(d->play.machine))
			break;
		n++;
		steps[n] = machine_position(d->play.machine);
		screens[n] = look(d);
	}
	if (n < WALK)
		press(d, back);
	for (int i = n; i >= 0; i--) {
		if (machine_position(d->play.machine) == steps[i]) {
			press(d, KEY_ESCAPE);
			if (!machine_end_known(d->play.machine)) {
				char *again = look(d);

				assert_string_equal(again, screens[i]);
				free(again);
			}
		} else if (n == WALK && i > 0) { /* where it began need be no stop */
			fail_msg("step %llu instead of %llu",
				(unsigned long long)machine_position(d->play.machine),
				(unsigned long long)steps[i]);
		}
		press(d, back);
	}
	for (int i = 0; i <= n; i++)
		free(screens[i]);
}

static void back_shows_what_was_there(void **state)
{
	static const uint32_t pairs[][2] = {
		{'n', 'N'}, {'s', 'S'}, {')', '('}, {'f', 'F'}, {'}', '{'}};
	static const int sizes[][2] = {{80, 24}, {120, 40}, {200, 60}, {40, 10}};
	int count;
	char **files = play_scenarios(&count);

	(void)state;
	for (int i = 0; i < count; i++) {
		for (unsigned p = 0; p < sizeof(pairs) / sizeof(pairs[0]); p++) {
			struct desk d;

			desk_open(&d, files[i], sizes[i % 4][0], sizes[i % 4][1]);
			press(&d, ')');
			press(&d, ')');
			press(&d, '}');
			walk(&d, pairs[p][0], pairs[p][1]);
			desk_close(&d);
		}
	}
	free_files(files, count);
}

static void every_size_is_drawn(void **state)
{
	static const int sizes[] = {
		1, 2, 3, 7, 19, 20, 39, 40, 79, 80, 109, 110, 120, 169, 170, 200, 300};
	int count;
	char **files = play_scenarios(&count);
	struct desk d;

	(void)state;
	desk_open(&d, scenario(files, count, "self-reference"), 80, 24);
	press(&d, '}');
	press(&d, 'f');
	for (unsigned x = 0; x < sizeof(sizes) / sizeof(sizes[0]); x++) {
		for (int y = 1; y < 70; y += y < 30 ? 1 : 7) {
			canvas_resize(&d.canvas, sizes[x], y);
			free(look(&d));
			press(&d, KEY_TAB);
		}
	}
	desk_close(&d);
	free_files(files, count);
}

/* Whatever is pressed: a screen drawn twice is the same, and it goes on. */
static void random_keys(void **state)
{
	int count;
	char **files = play_scenarios(&count);
	struct prng random = prng_seed(11);
	static const uint32_t keys[] = {'n', 'N', 's', 'S', ')', '(', 'f', 'F', '}',
		'{', ']', '[', KEY_UP, KEY_DOWN, KEY_LEFT, KEY_RIGHT, KEY_TAB,
		KEY_BACKTAB, '1', '2', '3', '4', '5', '6', '7', '0', 'z', 'v', 'o', '=',
		't', '?', KEY_ESCAPE, ' ', '+', '-', KEY_PAGE_UP, KEY_PAGE_DOWN, 'c',
		'C'};

	(void)state;
	for (int i = 0; i < count; i++) {
		struct desk d;

		desk_open(&d, files[i], 80, 24);
		for (int n = 0; n < 300; n++) {
			uint32_t key = keys[prng_u64(&random) %
				(sizeof(keys) / sizeof(keys[0]))];
			char *once, *twice;

			if (prng_u64(&random) % 20 == 0)
				canvas_resize(&d.canvas,
					1 + (int)(prng_u64(&random) % 220),
					1 + (int)(prng_u64(&random) % 70));
			assert_false(press(&d, key) & REACT_QUIT);
			once = look(&d);
			twice = look(&d);
			assert_string_equal(once, twice);
			free(once);
			free(twice);
		}
		desk_close(&d);
	}
	free_files(files, count);
}

static void help_opens_and_closes(void **state)
{
	int count;
	char **files = play_scenarios(&count);
	struct desk d;

	(void)state;
	desk_open(&d, files[0], 80, 24);
	press(&d, '?');
	assert_true(shows(&d, "forward to the next step"));
	assert_int_equal(press(&d, 'q'), REACT_DRAW);
	assert_false(shows(&d, "forward to the next step"));
	assert_true(press(&d, 'q') & REACT_QUIT);
	desk_close(&d);
	free_files(files, count);
}

/* Help names every key of the table. */
static void help_is_complete(void **state)
{
	int count;
	char **files = play_scenarios(&count);
	struct desk d;

	(void)state;
	desk_open(&d, files[0], 160, 200);
	press(&d, '?');
	for (int a = ACTION_NONE + 1; a < ACTION_COUNT; a++)
		assert_true(shows(&d, action_row((enum action)a)->help));
	desk_close(&d);
	free_files(files, count);
}

static void the_arrows_select(void **state)
{
	int count;
	char **files = play_scenarios(&count);
	struct desk d;

	(void)state;
	desk_open(&d, scenario(files, count, "counting"), 80, 24);
	for (int i = 0; i < 12; i++)
		press(&d, ')');
	free(look(&d));
	press(&d, KEY_DOWN);
	press(&d, '4');
	assert_true(shows(&d, "held by:"));
	press(&d, KEY_ESCAPE);
	desk_close(&d);
	free_files(files, count);
}

static void playing_steps_and_stops_at_the_end(void **state)
{
	int count;
	char **files = play_scenarios(&count);
	struct desk d;
	uint64_t now = 5000;

	(void)state;
	desk_open(&d, scenario(files, count, "self-reference"), 80, 24);
	assert_int_equal(app_timeout(d.app), -1);
	app_clock(d.app, now);
	press(&d, ' ');
	assert_true(app_timeout(d.app) > 0);
	app_tick(d.app);
	assert_int_equal(machine_position(d.play.machine), 0);
	for (int i = 0; i < 2000 && app_timeout(d.app) >= 0; i++) {
		now += (uint64_t)app_timeout(d.app);
		app_clock(d.app, now);
		app_tick(d.app);
	}
	assert_int_equal(app_timeout(d.app), -1);
	assert_true(machine_end_known(d.play.machine));
	desk_close(&d);
	free_files(files, count);
}

static uint64_t step_of(const struct desk *d)
{
	return machine_position(d->play.machine);
}

static void a_count_repeats(void **state)
{
	int count;
	char **files = play_scenarios(&count);
	struct desk d;
	uint64_t there;

	(void)state;
	desk_open(&d, scenario(files, count, "self-reference"), 80, 24);
	press(&d, '1');
	press(&d, '2');
	press(&d, 's');
	assert_int_equal(step_of(&d), 12);
	press(&d, '5');
	press(&d, 'S');
	assert_int_equal(step_of(&d), 7);
	press(&d, '4');
	press(&d, '2');
	press(&d, 'G');
	assert_int_equal(step_of(&d), 42);
	/* Later the digit was no count: it has shown its pane. */
	there = step_of(&d);
	press(&d, '4');
	app_clock(d.app, 10000);
	press(&d, 's');
	assert_int_equal(step_of(&d), there + 1);
	assert_true(shows(&d, "[4 object]"));
	/* When it was one, the pane is as before. */
	press(&d, '2');
	press(&d, 's');
	assert_int_equal(step_of(&d), there + 3);
	assert_true(shows(&d, "[4 object]"));
	desk_close(&d);
	free_files(files, count);
}

static void type(struct desk *d, const char *text)
{
	for (; *text; text++)
		press(d, (unsigned char)*text);
	press(d, KEY_ENTER);
}

static void commands_are_typed(void **state)
{
	int count;
	char **files = play_scenarios(&count);
	struct desk d;

	(void)state;
	desk_open(&d, scenario(files, count, "self-reference"), 80, 24);
	type(&d, ":goto 30");
	assert_int_equal(step_of(&d), 30);
	type(&d, ":step 1x");
	assert_true(shows(&d, "error: '1x' is not a number"));
	type(&d, ":12");
	assert_int_equal(step_of(&d), 12);
	type(&d, ":nothing");
	assert_true(shows(&d, "error: there is no command 'nothing'"));
	type(&d, ":stepi 3");
	assert_int_equal(step_of(&d), 15);
	type(&d, ":goto gc:1");
	assert_int_equal(machine_event(d.play.machine).kind, EV_GC_START);
	type(&d, ":goto line:99");
	assert_true(shows(&d, "From here on there is no line:99."));
	assert_int_equal(machine_event(d.play.machine).kind, EV_GC_START);
	press(&d, ':');
	press(&d, 'q');
	assert_true(press(&d, KEY_ESCAPE) == REACT_DRAW);
	press(&d, ':');
	press(&d, 'g');
	press(&d, 'r');
	press(&d, KEY_TAB);
	assert_true(shows(&d, ":gr"));
	press(&d, KEY_ESCAPE);
	type(&d, ":quit now");
	assert_true(shows(&d, "error: 'quit' takes nothing behind it"));
	desk_close(&d);
	free_files(files, count);
}

static void places_are_remembered(void **state)
{
	int count;
	char **files = play_scenarios(&count);
	struct desk d;

	(void)state;
	desk_open(&d, scenario(files, count, "self-reference"), 80, 24);
	type(&d, ":20");
	press(&d, 'm');
	press(&d, 'a');
	type(&d, ":50");
	press(&d, '\'');
	press(&d, 'a');
	assert_int_equal(step_of(&d), 20);
	press(&d, '\'');
	press(&d, '\'');
	assert_int_equal(step_of(&d), 50);
	press(&d, '\'');
	press(&d, '\'');
	assert_int_equal(step_of(&d), 20);
	press(&d, '\'');
	press(&d, 'b');
	assert_true(shows(&d, "No step is marked with b."));
	type(&d, ":60");
	type(&d, ":70");
	press(&d, KEY_CTRL | 'o');
	assert_int_equal(step_of(&d), 60);
	press(&d, KEY_CTRL | 'o');
	assert_int_equal(step_of(&d), 20);
	press(&d, KEY_CTRL | 'n');
	press(&d, KEY_CTRL | 'n');
	assert_int_equal(step_of(&d), 70);
	press(&d, KEY_CTRL | 'n');
	assert_true(shows(&d, "There is no newer place."));
	desk_close(&d);
	free_files(files, count);
}

static void texts_are_found(void **state)
{
	int count;
	char **files = play_scenarios(&count);
	struct desk d;
	char *before, *after;

	(void)state;
	desk_open(&d, scenario(files, count, "self-reference"), 80, 24);
	type(&d, ":goto end");
	before = look(&d);
	press(&d, '/');
	press(&d, 'p');
	press(&d, 'r');
	assert_true(shows(&d, "/pr   pr: place 1 of"));
	press(&d, KEY_ESCAPE);
	after = look(&d);
	assert_string_equal(after, before);
	free(before);
	free(after);
	type(&d, "/del");
	assert_true(shows(&d, "[2 source]"));
	press(&d, ';');
	press(&d, ',');
	assert_true(shows(&d, "del: place 1 of"));
	type(&d, "/qqqqq");
	assert_true(shows(&d, "'qqqqq' is not in source, objects or output"));
	desk_close(&d);
	free_files(files, count);
}

static void help_is_searched_and_does(void **state)
{
	int count;
	char **files = play_scenarios(&count);
	struct desk d;

	(void)state;
	desk_open(&d, scenario(files, count, "self-reference"), 80, 24);
	press(&d, '?');
	type(&d, "/smallest step");
	assert_false(shows(&d, "next pane"));
	press(&d, KEY_ENTER);
	assert_int_equal(step_of(&d), 1);
	assert_false(shows(&d, "smallest step"));
	desk_close(&d);
	free_files(files, count);
}

static void a_narrow_screen_says_what_happens(void **state)
{
	int count;
	char **files = play_scenarios(&count);
	struct desk d;

	(void)state;
	desk_open(&d, scenario(files, count, "self-reference"), 20, 5);
	press(&d, ')');
	assert_true(shows(&d, "line 5"));
	desk_close(&d);
	free_files(files, count);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(back_shows_what_was_there),
		cmocka_unit_test(every_size_is_drawn),
		cmocka_unit_test(random_keys),
		cmocka_unit_test(help_opens_and_closes),
		cmocka_unit_test(help_is_complete),
		cmocka_unit_test(the_arrows_select),
		cmocka_unit_test(playing_steps_and_stops_at_the_end),
		cmocka_unit_test(a_count_repeats),
		cmocka_unit_test(commands_are_typed),
		cmocka_unit_test(places_are_remembered),
		cmocka_unit_test(texts_are_found),
		cmocka_unit_test(help_is_searched_and_does),
		cmocka_unit_test(a_narrow_screen_says_what_happens),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
