#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "machine.h"
#include "scenario.h"
#include "xalloc.h"

#include "../tests/term/ptyvt.h"

/*
 * latency GCREFS PROGRAM: processor time, in microseconds, of
 *
 *	a smallest step forward and back, recorded, without a screen;
 *	a key to the finished frame of 200x60, in a pseudo-terminal: the processor
 *	time of the whole process from the key to the answer behind the frame.
 *
 * A line each: what, how often, mean, median, 95 of 100, the slowest.
 */

enum {
	KEYS = 200,
	COLUMNS = 200,
	ROWS = 60
};

static double seconds(clockid_t clock)
{
	struct timespec t;

	clock_gettime(clock, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static int by_value(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static void report(const char *what, double *all, size_t n)
{
	double sum = 0;

	for (size_t i = 0; i < n; i++)
		sum += all[i];
	qsort(all, n, sizeof(*all), by_value);
	printf("%-34s %7zu %9.2f %9.2f %9.2f %9.2f\n", what, n, sum / (double)n * 1e6,
		all[n / 2] * 1e6, all[n * 95 / 100] * 1e6, all[n - 1] * 1e6);
	fflush(stdout);
}

/* Steps. */

typedef enum machine_result move(
	struct machine *m, enum grain grain, const struct machine_poll *poll);

static void time_steps(struct machine *m, move *step, const char *what)
{
	size_t n = 0, capacity = 1 << 20;
	double *all = xcalloc(capacity, sizeof(*all));
	enum machine_result result;

	do {
		double start = seconds(CLOCK_PROCESS_CPUTIME_ID);

		result = step(m, GRAIN_MICRO, NULL);
		all[n++] = seconds(CLOCK_PROCESS_CPUTIME_ID) - start;
	} while (result == MACHINE_MOVED && n < capacity);
	report(what, all, n);
	free(all);
}

static void bench_steps(const char *file)
{
	struct diag d = DIAG_INIT;
	struct py_version version = {3, 11}, spoken;
	struct scenario *s = scenario_load(file, &version, &d, &spoken);
	struct machine_options options = machine_options(version);
	struct machine *m = s ? machine_new(s->unit, &options, &d) : NULL;

	if (!m) {
		fprintf(stderr, "latency: %s does not run\n", file);
		exit(1);
	}
	time_steps(m, machine_forward, "smallest step forward");
	time_steps(m, machine_backward, "smallest step back");
	time_steps(m, machine_forward, "forward again");
	machine_free(m);
	scenario_free(s);
}

/* Keys. */

static void settle(struct ptyvt *p)
{
	if (!pv_settle(p)) {
		fprintf(stderr, "latency: gcrefs does not answer\n");
		exit(1);
	}
}

static void time_key(struct ptyvt *p, clockid_t clock, const char *key)
{
	char what[64];
	double all[KEYS];

	for (int i = 0; i < KEYS; i++) {
		double start = seconds(clock);

		pv_key(p, key);
		settle(p);
		all[i] = seconds(clock) - start;
	}
	snprintf(what, sizeof(what), "key %s to frame, 200x60", key);
	report(what, all, KEYS);
}

/* To where the program's objects are all made. */
static void build(struct ptyvt *p)
{
	for (int i = 0; i < 40; i++) {
		pv_key(p, ")");
		settle(p);
	}
	pv_key(p, "End");
	settle(p);
	for (int i = 0; i < 12; i++)
		pv_key(p, "(");
	settle(p);
}

static void bench_keys(char *gcrefs, char *file)
{
	static const char *const keys[] = {
		"n", "N", "s", "S", "(", ")", "Down", "Up", "Tab"};
	char version[] = "--python=3.11";
	char *argv[] = {gcrefs, version, file, NULL};
	clockid_t clock;

	pv_plain_environment();
	struct ptyvt *p = pv_start(argv, ROWS, COLUMNS);
	if (!pv_wait_fullscreen(p) || clock_getcpuclockid(pv_process(p), &clock) != 0) {
		fprintf(stderr, "latency: %s does not start\n", gcrefs);
		exit(1);
	}
	build(p);
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
		time_key(p, clock, keys[i]);
	struct strbuf screen = STRBUF_INIT;
	pv_text(p, &screen);
	const char *objects = strstr(screen.text, "objects: ");
	if (objects)
		printf("(on the screen: %.*s)\n", (int)strspn(objects, "objects: 0123456789"),
			objects);
	strbuf_free(&screen);
	pv_free(p);
}

int main(int argc, char **argv)
{
	if (argc != 3) {
		fprintf(stderr, "usage: latency GCREFS PROGRAM\n");
		return 2;
	}
	printf("%-34s %7s %9s %9s %9s %9s\n", "microseconds of processor time", "times",
		"mean", "median", "95 of 100", "slowest");
	bench_steps(argv[2]);
	bench_keys(argv[1], argv[2]);
	return 0;
}
