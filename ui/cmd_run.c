#include "program.h"

#include <unistd.h>

#include "tty.h"

/* gcrefs run: what the program prints, as it prints it. */

struct stream {
	const struct machine *machine;
	size_t cursor;
};

static void pass_on(struct stream *s)
{
	const char *bytes;
	size_t length;
	int stream;

	while (machine_output_piece(s->machine, &s->cursor, &stream, &bytes, &length))
		tty_write(stream == 2 ? STDERR_FILENO : STDOUT_FILENO, bytes, length);
}

static bool poll(void *context, uint64_t step, uint64_t target)
{
	(void)step;
	(void)target;
	pass_on(context);
	return true;
}

int cmd_run(const struct options *o)
{
	struct program p;
	int status = program_load(&p, o, GC_CPYTHON, false);
	struct stream stream = {p.machine, 0};
	struct machine_poll asked = {poll, &stream};

	if (status)
		return status;
	if (machine_run(p.machine, &asked) == MACHINE_LIMIT) {
		pass_on(&stream);
		program_tell_limit(o);
		status = EXIT_FAILED;
	} else {
		pass_on(&stream);
		status = machine_exit_status(p.machine);
	}
	program_free(&p);
	return status;
}
