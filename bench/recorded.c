#include <stdio.h>

#include "machine.h"
#include "scenario.h"

/*
 * recorded FILE: runs FILE with every event and every written word recorded, as it is
 * while somebody steps through it, and prints what it prints.
 */
int main(int argc, char **argv)
{
	struct diag d = DIAG_INIT;
	struct py_version version = {3, 11}, spoken;
	struct scenario *s =
		argc == 2 ? scenario_load(argv[1], &version, &d, &spoken) : NULL;
	struct machine_options options = machine_options(version);
	struct machine *m = s ? machine_new(s->unit, &options, &d) : NULL;
	const char *bytes;
	size_t cursor = 0, length;
	int stream;

	if (!m) {
		fprintf(stderr, "recorded: no file, or it does not run\n");
		return 1;
	}
	machine_seek(m, UINT64_MAX, NULL);
	while (machine_output_piece(m, &cursor, &stream, &bytes, &length))
		fwrite(bytes, 1, length, stream == 2 ? stderr : stdout);
	machine_free(m);
	scenario_free(s);
	return 0;
}
