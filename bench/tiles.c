#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "boot.h"
#include "dialect.h"
#include "gc.h"
#include "naming.h"
#include "query_tiles.h"
#include "strbuf.h"
#include "synth.h"
#include "view.h"

/*
 * tiles [N]: processor time of a frame of the tile view over N objects, drawn from
 * nothing into a window of 200x60 and given out as text, beside a window full of
 * text drawn and given out the same way.  Milliseconds, medians; what the view reads
 * (which objects are alive) is found once a step and stands apart.
 */

enum {
	COLUMNS = 200,
	ROWS = 60,
	FRAMES = 41
};

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

static void draw_text(struct canvas *c)
{
	static const char line[] =
		"The quick brown fox jumps over the lazy dog, and the cat looks on. ";

	for (int y = 0; y < c->rows; y++) {
		for (int x = 0; x < c->columns; x += (int)sizeof(line) - 1)
			canvas_text(c, x, y, line, STYLE_DEFAULT);
	}
}

/* A frame: the tiles of S, or text when S is NULL. */
static double frame(const struct scene *s, int by)
{
	struct canvas c;
	struct strbuf out = STRBUF_INIT;
	struct view_place place = {.tile_by = by};
	double start = cpu_ms();

	canvas_init(&c, COLUMNS, ROWS, GLYPHS_UNICODE);
	if (s)
		view_tiles_draw(&c, s, &place);
	else
		draw_text(&c);
	canvas_dump(&c, &out);
	start = cpu_ms() - start;
	canvas_free(&c);
	strbuf_free(&out);
	return start;
}

static double median_frame(const struct scene *s, int by)
{
	double times[FRAMES];

	for (int i = 0; i < FRAMES; i++)
		times[i] = frame(s, by);
	qsort(times, FRAMES, sizeof(*times), compare);
	return times[FRAMES / 2];
}

static void measure(struct world *w, const char *when, uint32_t n)
{
	static const char *const names[TILE_BY_COUNT] = {
		"state", "list", "age", "type"};
	struct scene s = {.w = w, .names = naming_new(1)};
	double text = median_frame(NULL, 0), start = cpu_ms();

	query_init(&s.query, w, 1);
	printf("%s, %u objects: text %.2f ms, query %.0f ms\n", when, n, text,
		cpu_ms() - start);
	for (int by = 0; by < TILE_BY_COUNT; by++) {
		double tiles = median_frame(&s, by);

		printf("  by %-6s %6.2f ms  %5.2f\n", names[by], tiles, tiles / text);
	}
	query_free(&s.query);
	naming_free(s.names);
}

int main(int argc, char **argv)
{
	uint32_t n = argc > 1 ? (uint32_t)strtoul(argv[1], NULL, 10) : 1000000;
	struct world w;

	memset(&w, 0, sizeof(w));
	if (n < 4 || !arena_init(&w.arena, WORLD_WORDS, 2))
		return 1;
	w.dialect = dialect_find(dialect_default());
	w.memory_limit = UINT32_MAX;
	boot_objects(&w);
	frame_push(&w, FRAME_NONE, 0, 1, 0);
	set_word(&w, frame_slot(reg(&w, REG_TOP), 0),
		synth_build(&w, SYNTH_RANDHALF, n));
	measure(&w, "at rest", n);
	gc_start(&w, 2, false, 0);
	while (gc_state(&w).phase < GC_PHASE_MOVE_UNREACHABLE)
		gc_step(&w);
	for (uint32_t i = 0; i < n / 16384; i++)
		gc_step(&w);
	measure(&w, "in move_unreachable", n);
	arena_free(&w.arena);
	return 0;
}
