#include "output.h"

#include <stdlib.h>
#include <string.h>

#include "xalloc.h"

/* One byte of text has one byte of stream number beside it. */
struct output {
	char *text;
	char *stream;
	size_t capacity;
};

struct output *output_new(void)
{
	return xcalloc(1, sizeof(struct output));
}

void output_free(struct output *o)
{
	if (!o)
		return;
	free(o->text);
	free(o->stream);
	free(o);
}

void output_write(struct world *w, int stream, const char *bytes, size_t length)
{
	struct output *o = w->output;
	size_t start = reg(w, REG_STDOUT);
	size_t want = start + length;

	if (length == 0)
		return;
	if (want > o->capacity) {
		o->capacity = want * 2 + 256;
		o->text = xreallocarray(o->text, o->capacity, 1);
		o->stream = xreallocarray(o->stream, o->capacity, 1);
	}
	memcpy(o->text + start, bytes, length);
	memset(o->stream + start, stream, length);
	set_reg(w, REG_STDOUT, (uint32_t)want);
	world_event(w,
		(struct event){.kind = EV_PRINT,
			.was = (uint32_t)stream,
			.now = (uint32_t)length});
}

bool output_piece(const struct world *w, size_t *cursor, int *stream,
	const char **bytes, size_t *length)
{
	const struct output *o = w->output;
	size_t end = reg(w, REG_STDOUT);
	size_t from = *cursor, to = from;

	if (from >= end)
		return false;
	while (to < end && o->stream[to] == o->stream[from])
		to++;
	*stream = o->stream[from];
	*bytes = o->text + from;
	*length = to - from;
	*cursor = to;
	return true;
}
