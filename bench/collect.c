#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench.h"

/* collect SHAPE N [VERSION [five-step]]: processor time of a full collection, as
 * bench/collect.py prints it: seconds and what it returned, for the three
 * collections of struct bench. */
int main(int argc, char **argv)
{
	enum synth_shape shape;
	struct py_version version = {3, 11};
	struct bench b;
	bool five = argc > 4 && strcmp(argv[4], "five-step") == 0;
	long n = argc > 2 ? strtol(argv[2], NULL, 10) : 0;

	if (argc < 3 || !synth_parse(argv[1], &shape) || n < 4 || n > 20000000 ||
		(argc > 3 &&
			sscanf(argv[3], "%d.%d", &version.major, &version.minor) !=
				2)) {
		fprintf(stderr, "usage: collect SHAPE N [VERSION [five-step]]\n");
		return 2;
	}
	if (!bench_run(shape, (uint32_t)n, version, five ? GC_FIVE_STEP : GC_CPYTHON,
		    &b)) {
		fprintf(stderr, "collect: not enough memory\n");
		return 1;
	}
	printf("%.6f %u %.6f %u %.6f %u\n", b.first, b.found[0], b.again, b.found[1],
		b.last, b.found[2]);
	return 0;
}
