#include "program.h"

#include <string.h>

#include "bench.h"
#include "dialect.h"
#include "i18n.h"

/* gcrefs bench: the collector at full speed on synthetic heaps. */

enum {
	USUAL_SIZE = 100000,
	SMALLEST = 4,
	LARGEST = 20000000
};

/* synth_parse(), which says "rand". */
static bool find_shape(const char *name, enum synth_shape *shape)
{
	return synth_parse(strcmp(name, "random") == 0 ? "rand" : name, shape);
}

static int bench_one(const struct options *o, enum synth_shape shape, uint32_t n)
{
	struct py_version version = o->has_version ? o->version : dialect_default();
	enum gc_algorithm algorithm =
		o->algorithm >= 0 ? (enum gc_algorithm)o->algorithm : GC_CPYTHON;
	struct bench b;

	if (!bench_run(shape, n, version, algorithm, &b)) {
		fputs(_("gcrefs: bench: the system refuses the memory\n"), stderr);
		return EXIT_FAILED;
	}
	printf("%-9s %9u  %9.6f  %9.6f  %9.6f  %9u %9u %9u\n", synth_name(shape), n,
		b.first, b.again, b.last, b.found[0], b.found[1], b.found[2]);
	return EXIT_FINE;
}

int cmd_bench(const struct options *o)
{
	static const enum synth_shape usual[] = {SYNTH_RING, SYNTH_PAIRS, SYNTH_RAND};
	uint64_t n = o->size ? o->size : USUAL_SIZE;
	enum synth_shape shape;
	int status = EXIT_FINE;

	if (n < SMALLEST || n > LARGEST) {
		program_tell(
			_("gcrefs: bench: N goes from %d to %d\n"), SMALLEST, LARGEST);
		return EXIT_REFUSED;
	}
	if (o->shape && !find_shape(o->shape, &shape)) {
		program_tell(_("gcrefs: bench: no shape is called '%s'\n"), o->shape);
		return EXIT_REFUSED;
	}
	fputs(_("shape             N  collect s    again s     last s      found     again"
		"      last\n"),
		stdout);
	if (o->shape)
		return bench_one(o, shape, (uint32_t)n);
	for (unsigned i = 0; i < sizeof(usual) / sizeof(usual[0]) && !status; i++)
		status = bench_one(o, usual[i], (uint32_t)n);
	return status;
}
