#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "audit.h"
#include "dialect.h"
#include "machine.h"
#include "prng.h"
#include "scenario.h"
#include "strbuf.h"
#include "xalloc.h"

/*
 * Whole programs, forwards and backwards: the scenarios and some of the conformance
 * programs, for an old and a new Python, by both algorithms.  What must hold:
 *
 * - every turn leaves a sound world (audit.h);
 * - a step is the same state however it is reached: forwards, backwards, forwards
 *   again, or by executing the program from its start;
 * - recording and the algorithm change nothing that the program does.
 *
 * A long program is looked at in samples, so that all of them take seconds; with
 * GCREFS_THOROUGH in the environment nothing is left out.
 */

static const char *const versions[] = {"2.7", "3.11"};

/* Every so-manieth conformance program. */
#define STRIDE 17

/* Most steps, audits, and steps reached by execution of one run. */
#define STEPS 300
#define AUDITS 150
#define JUMPS 12

struct names {
	char **list;
	size_t count;
};

static bool thorough(void)
{
	return getenv("GCREFS_THOROUGH") != NULL;
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static bool is_program(const char *name)
{
	size_t n = strlen(name);

	return n > 3 && strcmp(name + n - 3, ".py") == 0;
}

static char *join(const char *folder, const char *name)
{
	struct strbuf path = STRBUF_INIT;

	strbuf_printf(&path, "%s/%s", folder, name);
	return strbuf_take(&path);
}

/* Adds the programs of a folder, one of EVERY, in the order of their names. */
static void add_folder(struct names *names, const char *folder, size_t every)
{
	const char *srcdir = getenv("srcdir");
	char *path = join(srcdir ? srcdir : ".", folder);
	DIR *dir = opendir(path);
	struct names all = {NULL, 0};
	struct dirent *entry;

	if (!dir)
		fail_msg("no folder %s", path);
	while ((entry = readdir(dir))) {
		if (!is_program(entry->d_name))
			continue;
		all.list = xreallocarray(all.list, all.count + 1, sizeof(*all.list));
		all.list[all.count++] = join(path, entry->d_name);
	}
	closedir(dir);
	qsort(all.list, all.count, sizeof(*all.list), by_name);
	names->list = xreallocarray(
		names->list, names->count + all.count, sizeof(*names->list));
	for (size_t i = 0; i < all.count; i++) {
		if (i % every == 0)
			names->list[names->count++] = all.list[i];
		else
			free(all.list[i]);
	}
	free(all.list);
	free(path);
}

static struct names all_programs(void)
{
	struct names names = {NULL, 0};

	add_folder(&names, "scenarios", 1);
	add_folder(&names, "tests/conformance", thorough() ? 1 : STRIDE);
	assert_true(names.count > 10);
	return names;
}

static void free_names(struct names *names)
{
	for (size_t i = 0; i < names->count; i++)
		free(names->list[i]);
	free(names->list);
}

/* A program for a version; NULL: it is not in that version's language. */
static struct scenario *load(const char *file, const char *version)
{
	struct diag d = DIAG_INIT;
	struct py_version v, spoken;
	struct scenario *s;

	assert_true(dialect_parse(version, &v));
	s = scenario_load(file, &v, &d, &spoken);
	diag_free(&d);
	return s;
}

static struct machine *new_machine(const struct scenario *s,
	enum gc_algorithm algorithm, bool recording, uint64_t window)
{
	struct machine_options options = machine_options(s->version);
	struct diag d = DIAG_INIT;
	struct machine *m;

	options.algorithm = algorithm;
	options.recording = recording;
	options.window = window;
	for (int i = 0; i < 3; i++)
		options.threshold[i] = s->threshold[i];
	m = machine_new(s->unit, &options, &d);
	assert_non_null(m);
	return m;
}

static char *output_of(const struct machine *m)
{
	struct strbuf text = STRBUF_INIT;
	const char *bytes;
	size_t cursor = 0, length;
	int stream;

	while (machine_output_piece(m, &cursor, &stream, &bytes, &length)) {
		strbuf_printf(&text, "%d", stream);
		strbuf_add(&text, bytes, length);
	}
	strbuf_printf(&text, "\nstatus %d\n", machine_exit_status(m));
	return strbuf_take(&text);
}

/* What a run ends with. */
struct outcome_of_run {
	uint64_t steps;
	uint64_t hash;
	char *output;
};

static struct outcome_of_run whole_run(
	const struct scenario *s, enum gc_algorithm algorithm)
{
	struct machine *m = new_machine(s, algorithm, false, 0);
	struct outcome_of_run run;

	assert_int_equal(machine_run(m, NULL), MACHINE_AT_END);
	run = (struct outcome_of_run){
		machine_position(m), machine_hash(m), output_of(m)};
	machine_free(m);
	return run;
}

typedef void check_run(const char *file, const struct scenario *s,
	enum gc_algorithm algorithm, const struct outcome_of_run *run);

/* Calls CHECK for every program, version and algorithm. */
static void for_all(check_run *check)
{
	struct names names = all_programs();

	for (size_t i = 0; i < names.count; i++) {
		for (size_t v = 0; v < sizeof(versions) / sizeof(versions[0]); v++) {
			struct scenario *s = load(names.list[i], versions[v]);

			for (int a = GC_CPYTHON; s && a <= GC_FIVE_STEP; a++) {
				struct outcome_of_run run =
					whole_run(s, (enum gc_algorithm)a);

				check(names.list[i], s, (enum gc_algorithm)a, &run);
				free(run.output);
			}
			scenario_free(s);
		}
	}
	free_names(&names);
}

static void audit(const struct machine *m, const char *file, const struct scenario *s)
{
	char *text = audit_world(machine_world(m));

	if (text)
		fail_msg("%s, Python %d.%d, step %llu: %s", file, s->version.major,
			s->version.minor, (unsigned long long)machine_position(m),
			text);
}

/* Every how many of COUNT, so that at most LIMIT are looked at; odd, so that it
 * does not keep step with the program. */
static uint64_t sample(uint64_t count, uint64_t limit)
{
	return thorough() || count <= limit ? 1 : (count / limit + 1) | 1;
}

static void check_audit(const char *file, const struct scenario *s,
	enum gc_algorithm algorithm, const struct outcome_of_run *run)
{
	struct machine *m = new_machine(s, algorithm, true, 0);
	uint64_t every = sample(run->steps / 2, AUDITS), turn = 0;

	audit(m, file, s);
	while (machine_forward(m, GRAIN_OPERATION, NULL) == MACHINE_MOVED) {
		if (turn++ % every == 0)
			audit(m, file, s);
	}
	audit(m, file, s);
	machine_free(m);
}

static void test_audit(void **state)
{
	(void)state;
	for_all(check_audit);
}

static void same_hash(const struct machine *m, uint64_t hash, const char *file,
	const struct scenario *s, const char *how)
{
	if (machine_hash(m) != hash)
		fail_msg("%s, Python %d.%d: step %llu is another state %s", file,
			s->version.major, s->version.minor,
			(unsigned long long)machine_position(m), how);
}

/* To the end one step after another, where the hashes of the last COUNT steps are
 * kept; back through them; and forwards again. */
static void check_back(const char *file, const struct scenario *s,
	enum gc_algorithm algorithm, const struct outcome_of_run *run)
{
	struct machine *m = new_machine(s, algorithm, true, 0);
	uint64_t count = sample(run->steps, STEPS) == 1 ? run->steps : STEPS;
	uint64_t first = run->steps - count;
	uint64_t *hashes = xcalloc(count + 1, sizeof(*hashes));

	machine_seek(m, first, NULL);
	hashes[0] = machine_hash(m);
	for (uint64_t i = 1; i <= count; i++) {
		assert_int_equal(machine_forward(m, GRAIN_MICRO, NULL), MACHINE_MOVED);
		assert_int_equal(machine_position(m), first + i);
		hashes[i] = machine_hash(m);
	}
	assert_int_equal(machine_forward(m, GRAIN_MICRO, NULL), MACHINE_AT_END);
	same_hash(m, run->hash, file, s, "when it was recorded");
	for (uint64_t i = count; i-- > 0;) {
		assert_int_equal(machine_backward(m, GRAIN_MICRO, NULL), MACHINE_MOVED);
		same_hash(m, hashes[i], file, s, "backwards");
	}
	for (uint64_t i = 1; i <= count; i++) {
		machine_forward(m, GRAIN_MICRO, NULL);
		same_hash(m, hashes[i], file, s, "forwards again");
	}
	free(hashes);
	machine_free(m);
}

static void test_back(void **state)
{
	(void)state;
	for_all(check_back);
}

/* With a window that holds little, steps here and there are reached from the end:
 * by execution from the start. */
static void check_jumps(const char *file, const struct scenario *s,
	enum gc_algorithm algorithm, const struct outcome_of_run *run)
{
	struct machine *m = new_machine(s, algorithm, true, 0);
	struct machine *small = new_machine(s, algorithm, true, 64);
	struct prng r = prng_seed(run->steps);

	machine_seek(small, UINT64_MAX, NULL);
	assert_int_equal(machine_position(small), run->steps);
	for (int i = 0; i < (thorough() ? 50 : JUMPS); i++) {
		uint64_t step = prng_u64(&r) % (run->steps + 1);

		machine_seek(m, step, NULL);
		machine_seek(small, step, NULL);
		assert_int_equal(machine_position(m), step);
		assert_int_equal(machine_position(small), step);
		same_hash(small, machine_hash(m), file, s, "executed again");
		assert_int_equal(machine_event(m).kind, machine_event(small).kind);
		machine_seek(small, UINT64_MAX, NULL);
		assert_int_equal(machine_position(small), run->steps);
	}
	same_hash(small, run->hash, file, s, "at the end");
	machine_free(small);
	machine_free(m);
}

static void test_jumps(void **state)
{
	(void)state;
	for_all(check_jumps);
}

/* Recording changes neither the steps nor what is printed ... */
static void check_recording(const char *file, const struct scenario *s,
	enum gc_algorithm algorithm, const struct outcome_of_run *run)
{
	struct machine *m = new_machine(s, algorithm, true, 0);
	char *output;

	(void)file;
	machine_seek(m, UINT64_MAX, NULL);
	output = output_of(m);
	assert_string_equal(output, run->output);
	assert_int_equal(machine_position(m), run->steps);
	free(output);
	machine_free(m);
}

static void test_recording(void **state)
{
	(void)state;
	for_all(check_recording);
}

/* ... and the algorithm changes the steps only. */
static void check_algorithms(const char *file, const struct scenario *s,
	enum gc_algorithm algorithm, const struct outcome_of_run *run)
{
	struct outcome_of_run other = whole_run(s, GC_CPYTHON);

	(void)file;
	(void)algorithm;
	assert_string_equal(other.output, run->output);
	free(other.output);
}

static void test_algorithms(void **state)
{
	(void)state;
	for_all(check_algorithms);
}

/* Limits and cancelling. */

static const char *const endless = "x = []\n"
				   "while True:\n"
				   "    x = [x]\n"
				   "    x = []\n";

static struct scenario *parse(const char *text)
{
	struct diag d = DIAG_INIT;
	struct py_version v = dialect_default(), spoken;
	struct scenario *s = scenario_parse(
		"endless.py", xstrdup(text), strlen(text), &v, &d, &spoken);

	assert_non_null(s);
	return s;
}

static void test_max_steps(void **state)
{
	struct scenario *s = parse(endless);
	struct machine_options options = machine_options(s->version);
	struct diag d = DIAG_INIT;
	struct machine *m;

	(void)state;
	options.max_steps = 1000;
	m = machine_new(s->unit, &options, &d);
	assert_int_equal(machine_forward(m, GRAIN_PROGRAM, NULL), MACHINE_LIMIT);
	assert_int_equal(machine_position(m), 1000);
	assert_false(machine_end_known(m));
	assert_int_equal(machine_forward(m, GRAIN_MICRO, NULL), MACHINE_LIMIT);
	assert_int_equal(machine_seek(m, 5000, NULL), MACHINE_LIMIT);
	assert_int_equal(machine_position(m), 1000);
	assert_int_equal(machine_backward(m, GRAIN_MICRO, NULL), MACHINE_MOVED);
	assert_int_equal(machine_position(m), 999);
	assert_int_equal(machine_seek(m, 10, NULL), MACHINE_MOVED);
	assert_int_equal(machine_position(m), 10);
	machine_free(m);
	options.recording = false;
	m = machine_new(s->unit, &options, &d);
	assert_int_equal(machine_run(m, NULL), MACHINE_LIMIT);
	machine_free(m);
	scenario_free(s);
}

/* A poll that says no the N-th time. */
struct patience {
	int left;
	uint64_t step, target;
};

static bool lose_patience(void *context, uint64_t step, uint64_t target)
{
	struct patience *p = context;

	p->step = step;
	p->target = target;
	return --p->left > 0;
}

static void test_cancel(void **state)
{
	struct scenario *s = parse(endless);
	struct machine *m = new_machine(s, GC_CPYTHON, true, 0);
	struct patience patience = {3, 0, 0};
	struct machine_poll poll = {lose_patience, &patience};
	uint64_t reached;

	(void)state;
	assert_int_equal(machine_forward(m, GRAIN_PROGRAM, &poll), MACHINE_CANCELLED);
	assert_int_equal(patience.left, 0);
	assert_int_equal(patience.target, UINT64_MAX);
	reached = machine_position(m);
	assert_true(reached > 0);
	/* Then it goes on from there. */
	patience.left = 3;
	assert_int_equal(machine_seek(m, reached + (UINT64_C(1) << 40), &poll),
		MACHINE_CANCELLED);
	assert_int_equal(patience.target, reached + (UINT64_C(1) << 40));
	assert_true(machine_position(m) >= reached);
	assert_int_equal(machine_seek(m, reached, NULL), MACHINE_MOVED);
	assert_int_equal(machine_position(m), reached);
	machine_free(m);
	m = new_machine(s, GC_CPYTHON, false, 0);
	patience.left = 3;
	assert_int_equal(machine_run(m, &poll), MACHINE_CANCELLED);
	machine_free(m);
	scenario_free(s);
}

static void test_ends(void **state)
{
	struct scenario *s = parse("x = 1\n");
	struct machine *m = new_machine(s, GC_CPYTHON, true, 0);
	uint64_t end;

	(void)state;
	assert_int_equal(machine_position(m), 0);
	assert_int_equal(machine_event(m).kind, EV_START);
	assert_int_equal(machine_backward(m, GRAIN_MICRO, NULL), MACHINE_AT_START);
	machine_forward(m, GRAIN_PROGRAM, NULL);
	assert_true(machine_end_known(m));
	end = machine_position(m);
	assert_int_equal(machine_frontier(m), end);
	assert_int_equal(machine_seek(m, end + 7, NULL), MACHINE_AT_END);
	assert_int_equal(machine_position(m), end);
	assert_int_equal(machine_backward(m, GRAIN_PROGRAM, NULL), MACHINE_AT_START);
	assert_int_equal(machine_position(m), 0);
	assert_int_equal(machine_frontier(m), end);
	machine_free(m);
	scenario_free(s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_ends),
		cmocka_unit_test(test_max_steps),
		cmocka_unit_test(test_cancel),
		cmocka_unit_test(test_recording),
		cmocka_unit_test(test_algorithms),
		cmocka_unit_test(test_audit),
		cmocka_unit_test(test_back),
		cmocka_unit_test(test_jumps),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
