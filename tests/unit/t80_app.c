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
	struct key key = {code, 0};

	return app_key(d->app, &key);
}

/* The screen as text; to be freed. */
static char *look(struct desk *d)
{
	struct strbuf text = STRBUF_INIT;
	int x, y;

	app_draw(d->app, &d->canvas, &x, &y);
	assert_in_range(x, 0, d->canvas.columns - 1);
	assert_in_range(y, 0, d->canvas.rows - 1);
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
	desk_open(&d, files[0], 100, 90);
	press(&d, '?');
	for (int a = ACTION_NONE + 1; a < ACTION_COUNT; a++)
		assert_true(shows(&d, keymap_binding((enum action)a)->help));
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

	(void)state;
	desk_open(&d, scenario(files, count, "self-reference"), 80, 24);
	assert_int_equal(app_timeout(d.app), -1);
	press(&d, ' ');
	assert_true(app_timeout(d.app) > 0);
	app_tick(d.app);
	assert_true(machine_position(d.play.machine) > 0);
	for (int i = 0; i < 2000 && app_timeout(d.app) > 0; i++)
		app_tick(d.app);
	assert_int_equal(app_timeout(d.app), -1);
	assert_true(machine_end_known(d.play.machine));
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
		cmocka_unit_test(a_narrow_screen_says_what_happens),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
