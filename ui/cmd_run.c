#include "program.h"

#include <unistd.h>

#include "tty.h"

/* gcrefs run: what the program prints, as it prints it. */

struct stream {
	const struct machine *machine;
	size_t cursor;
	bool full; /* standard output takes no more */
};

static void pass_on(struct stream *s)
{
	const char *bytes;
	size_t length;
	int stream;

	while (machine_output_piece(s->machine, &s->cursor, &stream, &bytes, &length)) {
		if (stream == 2)
			tty_write(STDERR_FILENO, bytes, length);
		else if (!s->full)
			s->full = !tty_write(STDOUT_FILENO, bytes, length);
	}
}

static bool poll(void *context, uint64_t step, uint64_t target)
{
	struct stream *s = context;

	(void)step;
	(void)target;
	pass_on(s);
	return !s->full;
}

int cmd_run(const struct options *o)
{
	struct program p;
	int status = program_load(&p, o, GC_CPYTHON, false);
	struct stream stream = {p.machine, 0, false};
	struct machine_poll asked = {poll, &stream};
	enum machine_result result;

	if (status)
		return status;
	result = machine_run(p.machine, &asked);
	pass_on(&stream);
	if (stream.full) {
		program_tell_unwritable();
		status = EXIT_FAILED;
	} else if (result == MACHINE_LIMIT) {
		program_tell_limit(o);
		status = EXIT_FAILED;
	} else {
		status = machine_exit_status(p.machine);
	}
	program_free(&p);
	return status;
}
