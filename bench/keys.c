#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "xalloc.h"

#include "../tests/term/ptyvt.h"

/*
 * keys GCREFS PROGRAM: what keys cost, in a pseudo-terminal, at 80x24 and 200x60, in
 * the midst of a program with many objects: bytes that are written, and processor
 * time of the whole process, from the key to the answer behind the frame.  A line
 * for each key; "median of all keys"; and the time from the start to the first frame.
 */

enum {
	TIMES = 40,
	STARTS = 9
};

struct kind {
	const char *name;
	double limit; /* ms of processor time, median */
	const char *const *keys;
};

static const char *const plain_keys[] = {"n", "N", "s", "S", ")", "(", "Down", "Up",
	"Left", "Right", "Tab", "L", "H", "PageDown", "PageUp", NULL};
static const char *const layout_keys[] = {"v", "V", "O", "d", "a", "8", "1", "z", NULL};
static const struct kind kinds[] = {
	{"step, move, scroll", 5, plain_keys}, {"a new picture", 60, layout_keys}};

struct series {
	double *at;
	size_t count;
};

static void add(struct series *s, double value)
{
	s->at = xreallocarray(s->at, s->count + 1, sizeof(*s->at));
	s->at[s->count++] = value;
}

static int by_value(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static double part(struct series *s, size_t percent)
{
	qsort(s->at, s->count, sizeof(*s->at), by_value);
	return s->at[(s->count - 1) * percent / 100];
}

static double seconds(clockid_t clock)
{
	struct timespec t;

	clock_gettime(clock, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void settle(struct ptyvt *p)
{
	if (!pv_settle(p)) {
		fprintf(stderr, "keys: gcrefs does not answer\n");
		exit(1);
	}
}

static struct ptyvt *start(char *gcrefs, char *file, const char *at, int rows, int columns)
{
	char version[] = "--python=3.11";
	char *place = xstrdup(at);
	char *argv[] = {gcrefs, version, place, file, NULL};
	struct ptyvt *p = pv_start(argv, rows, columns);

	if (!pv_wait_fullscreen(p)) {
		fprintf(stderr, "keys: %s does not start\n", gcrefs);
		exit(1);
	}
	settle(p);
	free(place);
	return p;
}

static void press(struct ptyvt *p, clockid_t clock, const char *key, struct series *bytes,
	struct series *times)
{
	double from = seconds(clock);
	size_t before = pv_bytes(p), answer;

	pv_key(p, key);
	settle(p);
	add(times, (seconds(clock) - from) * 1e3);
	answer = pv_bytes(p);
	settle(p);
	/* The answer's own bytes are those of an answer to no key. */
	add(bytes, (double)(answer - before) - (double)(pv_bytes(p) - answer));
}

static void join(struct series *all, const struct series *one)
{
	for (size_t i = 0; i < one->count; i++)
		add(all, one->at[i]);
}

static void time_kind(struct ptyvt *p, clockid_t clock, const struct kind *kind)
{
	struct series bytes = {0}, times = {0};

	for (int i = 0; kind->keys[i]; i++) {
		struct series b = {0}, t = {0};

		for (int n = 0; n < TIMES; n++)
			press(p, clock, kind->keys[i], &b, &t);
		printf("  %-22s %8.0f %8.0f %9.2f %9.2f %9.2f\n", kind->keys[i],
			part(&b, 50), part(&b, 100), part(&t, 50), part(&t, 95),
			part(&t, 100));
		join(&bytes, &b);
		join(&times, &t);
		free(b.at);
		free(t.at);
	}
	printf("%-24s %8.0f %8.0f %9.2f %9.2f %9.2f   limit %g ms\n", kind->name,
		part(&bytes, 50), part(&bytes, 100), part(&times, 50), part(&times, 95),
		part(&times, 100), kind->limit);
	fflush(stdout);
	free(bytes.at);
	free(times.at);
}

static void time_keys(char *gcrefs, char *file, int rows, int columns)
{
	struct ptyvt *p = start(gcrefs, file, "--at=line:26", rows, columns);
	clockid_t clock;

	clock_getcpuclockid(pv_process(p), &clock);
	printf("\n%-24s %8s %8s %9s %9s %9s\n", "", "bytes", "most", "ms", "95 of 100",
		"slowest");
	printf("%dx%d\n", columns, rows);
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		time_kind(p, clock, &kinds[i]);
	pv_free(p);
}

/* Wall-clock and processor time until the first frame is answered for. */
static void time_start(char *gcrefs, char *file, int rows, int columns)
{
	struct series wall = {0}, processor = {0};

	for (int i = 0; i < STARTS; i++) {
		double from = seconds(CLOCK_MONOTONIC);
		struct ptyvt *p = start(gcrefs, file, "--at=start", rows, columns);
		clockid_t clock;

		add(&wall, (seconds(CLOCK_MONOTONIC) - from) * 1e3);
		clock_getcpuclockid(pv_process(p), &clock);
		add(&processor, seconds(clock) * 1e3);
		pv_free(p);
	}
	printf("start to first frame, %dx%d: %.1f ms, %.1f ms of processor time   "
	       "limit 100 ms\n",
		columns, rows, part(&wall, 50), part(&processor, 50));
	free(wall.at);
	free(processor.at);
}

int main(int argc, char **argv)
{
	if (argc != 3) {
		fprintf(stderr, "usage: keys GCREFS PROGRAM\n");
		return 2;
	}
	pv_plain_environment();
	time_start(argv[1], argv[2], 24, 80);
	time_start(argv[1], argv[2], 60, 200);
	time_keys(argv[1], argv[2], 24, 80);
	time_keys(argv[1], argv[2], 60, 200);
	return 0;
}
