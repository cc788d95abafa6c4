#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "app.h"
#include "dialect.h"
#include "keymap.h"
#include "strbuf.h"
#include "xalloc.h"

/*
 * frames N: processor time from a key to the finished frame of 200x60, in a program
 * with N lists of its own, which it holds in one: milliseconds, medians.  `cursor`
 * moves in the view, at one step; the other keys go to the next or previous step, in
 * the program and in a collection of them all.
 */

enum {
	COLUMNS = 200,
	ROWS = 60,
	FRAMES = 9
};

static const char program[] = "# python: 3.11\n"
			      "import gc\n"
			      "gc.disable()\n"
			      "keep = [[i] for i in range(%u)]\n"
			      "a = [keep]\n"
			      "for i in range(100):\n"
			      "    b = [a]\n"
			      "gc.collect()\n";

static double cpu_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static int compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return x < y ? -1 : x > y;
}

static double frame(struct app *a, struct canvas *c, uint32_t key)
{
	struct key k = {.code = key};
	struct app_cursor at;
	double start = cpu_ms();

	if (key)
		app_key(a, &k);
	app_draw(a, c, &at);
	return cpu_ms() - start;
}

static void measure(struct app *a, struct canvas *c, const char *what, const char *key)
{
	double times[FRAMES];

	for (int i = 0; i < FRAMES; i++)
		times[i] = frame(a, c, key_code(key));
	qsort(times, FRAMES, sizeof(*times), compare);
	printf(" %s %.1f", what, times[FRAMES / 2]);
	fflush(stdout);
}

static void measure_view(
	struct app *a, struct canvas *c, const char *place, const char *const pane[2])
{
	printf("%-26s %-6s", place, pane[0]);
	frame(a, c, key_code(pane[1]));
	measure(a, c, "cursor", "Down");
	measure(a, c, "n", "n");
	measure(a, c, "N", "N");
	measure(a, c, "s", "s");
	printf("\n");
}

static void measure_at(struct machine *m, const struct scenario *s, const char *at)
{
	static const char *const panes[][2] = {
		{"graph", "1"}, {"lists", "3"}, {"tiles", "8"}};
	struct app_options options = {
		.theme = THEME_DARK, .colors = 256, .language = ""};
	struct app *a = app_new(s, m, &options);
	struct canvas c;

	canvas_init(&c, COLUMNS, ROWS, GLYPHS_UNICODE);
	app_command(a, at);
	for (size_t i = 0; i < sizeof(panes) / sizeof(*panes); i++)
		measure_view(a, &c, at, panes[i]);
	canvas_free(&c);
	app_free(a);
}

int main(int argc, char **argv)
{
	unsigned n = argc > 1 ? (unsigned)strtoul(argv[1], NULL, 10) : 100000;
	struct strbuf text = STRBUF_INIT;
	struct diag d = DIAG_INIT;
	struct py_version version;
	struct scenario *s;
	struct machine_options options;
	struct machine *m;

	strbuf_printf(&text, program, n);
	s = scenario_parse("frames.py", text.text, text.length, NULL, &d, &version);
	options = machine_options(s->version);
	options.max_memory = UINT64_C(1) << 33;
	m = machine_new(s->unit, &options, &d);
	measure_at(m, s, "goto line:7");
	measure_at(m, s, "goto phase:subtract_refs");
	machine_free(m);
	scenario_free(s);
	return 0;
}
