#include "interp.h"

#include "dialect.h"
#include "errors.h"
#include "output.h"
#include "repr.h"
#include "stream.h"
#include "text.h"

/* 2.7's print statement, and texts of values.  Output goes to the streams; the
 * rules of the space between items are Python/ceval.c's, PRINT_ITEM. */

static bool ends_in_space(const struct world *w, obj_id text)
{
	uint32_t n = obj_n(w, text);
	char last = n ? text_bytes(w, text)[n - 1] : 0;

	return last == '\n' || last == '\t' || last == '\r' || last == '\v' || last == '\f';
}

/* The stream to print to: FILE, or sys.stdout; 0: raised. */
static obj_id target(struct world *w, obj_id file)
{
	if (!file || file == OBJ_NONE)
		file = stream_current(w);
	if (stream_of(w, file))
		return file;
	if (!file)
		raise_error(w, T_RUNTIME_ERROR, "lost sys.stdout");
	else
		raise_error(w, T_ATTRIBUTE_ERROR, "'%s' object has no attribute 'write'",
			type_name_of(w, file));
	return 0;
}

/* A space is due after it, unless it is a str that ends in white space. */
static void print_text(struct world *w, obj_id file, obj_id v, obj_id text)
{
	int stream = stream_of(w, file);

	if (stream_softspace(w, file))
		output_write(w, stream, " ", 1);
	output_write(w, stream, text_bytes(w, text), obj_n(w, text));
	stream_set_softspace(w, file, !is_text(w, v) || !ends_in_space(w, v));
}

/* [v (f) ->]: the value lies AT operands deep. */
static enum flow print_item(struct world *w, uint32_t f, const struct op *op, obj_id file,
	uint32_t at)
{
	obj_id text = 0, v = operand(w, f, op, at);
	enum outcome outcome = OUT_VALUE;
	struct owned list[3];

	file = target(w, file);
	if (!file)
		return FLOW_STAY;
	if (frame_state(w, f))
		text = take_result(w, f);
	else
		outcome = str_of(w, v, f + FRAME_RESULT, &text);
	if (outcome == OUT_PUSHED)
		set_frame_state(w, f, 1);
	if (outcome != OUT_VALUE)
		return FLOW_STAY;
	print_text(w, file, v, text);
	list[0] = (struct owned){.object = text};
	for (uint32_t i = 0; i <= at; i++) {
		uint32_t slot = slot_at(f, op->sp - 1u - i);

		list[1 + i] = (struct owned){.object = word(w, slot)};
		set_word(w, slot, 0);
	}
	drop_all(w, list, 2 + at);
	return FLOW_NEXT;
}

enum flow do_PRINT_ITEM(struct world *w, uint32_t f, const struct op *op)
{
	return print_item(w, f, op, 0, 0);
}

enum flow do_PRINT_ITEM_TO(struct world *w, uint32_t f, const struct op *op)
{
	return print_item(w, f, op, operand(w, f, op, 0), 1);
}

static bool print_newline(struct world *w, obj_id file)
{
	file = target(w, file);
	if (!file)
		return false;
	output_write(w, stream_of(w, file), "\n", 1);
	stream_set_softspace(w, file, false);
	return true;
}

enum flow do_PRINT_NEWLINE(struct world *w, uint32_t f, const struct op *op)
{
	(void)f;
	(void)op;
	return print_newline(w, 0) ? FLOW_NEXT : FLOW_STAY;
}

enum flow do_PRINT_NEWLINE_TO(struct world *w, uint32_t f, const struct op *op)
{
	if (!print_newline(w, operand(w, f, op, 0)))
		return FLOW_STAY;
	return finish(w, f, op, 1, 0);
}

enum flow do_REPR(struct world *w, uint32_t f, const struct op *op)
{
	obj_id text = 0;
	enum outcome outcome;

	if (frame_state(w, f))
		return finish(w, f, op, 1, take_result(w, f));
	outcome = repr_of(w, operand(w, f, op, 0), f + FRAME_RESULT, &text);
	return settle_outcome(w, f, op, outcome, 1, text);
}
