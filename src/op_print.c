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

	return last == '\n' || last == '\t' || last == '\r' || last == '\v' ||
		last == '\f';
}

/* Where to print: FILE, or sys.stdout; 0: raised. */
static obj_id target(struct world *w, obj_id file)
{
	if (!file || file == OBJ_NONE)
		file = stream_current(w);
	if (!file)
		raise_error(w, T_RUNTIME_ERROR, "lost sys.stdout");
	return file;
}

/* State of the operation while print_to.c prints to an object with `write`. */
#define STATE_ELSEWHERE 2

/* The COUNT operands, item and file, go to built-in function ID. */
static enum flow print_elsewhere(
	struct world *w, uint32_t f, const struct op *op, uint32_t id, uint32_t count)
{
	struct args a = {.base = slot_at(f, op->sp - count), .count = count};
	struct owned list[3] = {{0}};
	obj_id result = 0;

	if (frame_state(w, f) != STATE_ELSEWHERE) {
		if (call_builtin_id(w, id, &a, f + FRAME_RESULT, &result) == OUT_PUSHED)
			set_frame_state(w, f, STATE_ELSEWHERE);
		return FLOW_STAY;
	}
	list[0].object = take_result(w, f);
	for (uint32_t i = 0; i < count; i++) {
		list[1 + i].object = word(w, a.base + i);
		set_word(w, a.base + i, 0);
	}
	drop_all(w, list, 1 + count);
	return FLOW_NEXT;
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
static enum flow print_item(
	struct world *w, uint32_t f, const struct op *op, obj_id file, uint32_t at)
{
	obj_id text = 0, v = operand(w, f, op, at);
	enum outcome outcome = OUT_VALUE;
	struct owned list[3];

	if (frame_state(w, f) == STATE_ELSEWHERE)
		return print_elsewhere(w, f, op, B_print_item_to_step, at + 1);
	file = target(w, file);
	if (!file)
		return FLOW_STAY;
	if (!stream_of(w, file))
		return print_elsewhere(w, f, op, B_print_item_to_step, at + 1);
	if (frame_state(w, f))
		text = take_result(w, f);
	else
		outcome = print_of(w, v, f + FRAME_RESULT, &text);
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

/* COUNT: 1 when the file is on the stack. */
static enum flow print_newline(
	struct world *w, uint32_t f, const struct op *op, uint32_t count)
{
	obj_id file;

	if (frame_state(w, f) == STATE_ELSEWHERE)
		return print_elsewhere(w, f, op, B_print_newline_to_step, count);
	file = target(w, count ? operand(w, f, op, 0) : 0);
	if (!file)
		return FLOW_STAY;
	if (!stream_of(w, file))
		return print_elsewhere(w, f, op, B_print_newline_to_step, count);
	output_write(w, stream_of(w, file), "\n", 1);
	stream_set_softspace(w, file, false);
	return finish(w, f, op, count, 0);
}

enum flow do_PRINT_NEWLINE(struct world *w, uint32_t f, const struct op *op)
{
	return print_newline(w, f, op, 0);
}

enum flow do_PRINT_NEWLINE_TO(struct world *w, uint32_t f, const struct op *op)
{
	return print_newline(w, f, op, 1);
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
