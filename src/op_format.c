#include "interp.h"

#include "render.h"
#include "repr.h"

/*
 * [v (spec) -> s]: the conversion first (state 1 has its result), then format()
 * (state 2).
 */
enum {
	STATE_CONVERTED = 1,
	STATE_FORMATTED
};
enum conversion {
	CONVERT_NONE,
	CONVERT_STR,
	CONVERT_REPR,
	CONVERT_ASCII
};

/* Frame flag: the value on the stack has been converted. */
#define CONVERTED 128u

static enum flow replace(struct world *w, uint32_t f, const struct op *op, obj_id text)
{
	uint32_t at = slot_at(f, op->sp - 1u - (op->flag & 1u));
	obj_id old = word(w, at), ascii;

	add_frame_flags(w, f, CONVERTED);
	if (op->arg == CONVERT_ASCII) {
		ascii = ascii_form(w, text);
		set_word(w, at, ascii);
		drop_all(w, (struct owned[]){{.object = text}, {.object = old}}, 2);
	} else {
		set_word(w, at, text);
		drop(w, old, NULL);
	}
	return FLOW_STAY;
}

static enum flow convert(struct world *w, uint32_t f, const struct op *op, obj_id v)
{
	obj_id text = 0;
	enum outcome outcome = op->arg == CONVERT_STR
		? str_of(w, v, f + FRAME_RESULT, &text)
		: repr_of(w, v, f + FRAME_RESULT, &text);

	if (outcome == OUT_VALUE)
		return replace(w, f, op, text);
	if (outcome == OUT_PUSHED)
		set_frame_state(w, f, STATE_CONVERTED);
	return FLOW_STAY;
}

static enum flow formatted(
	struct world *w, uint32_t f, const struct op *op, obj_id text)
{
	if (!format_checked(w, text)) {
		drop(w, text, NULL);
		return FLOW_STAY;
	}
	set_frame_flags(w, f, frame_flags(w, f) & ~(uint32_t)CONVERTED);
	return finish(w, f, op, 1 + (op->flag & 1u), text);
}

enum flow do_FORMAT_VALUE(struct world *w, uint32_t f, const struct op *op)
{
	bool has_spec = op->flag & 1;
	obj_id v = operand(w, f, op, has_spec), text = 0;
	enum outcome outcome;

	if (frame_state(w, f) == STATE_CONVERTED)
		return replace(w, f, op, take_result(w, f));
	if (frame_state(w, f) == STATE_FORMATTED)
		return formatted(w, f, op, take_result(w, f));
	if (op->arg && !(frame_flags(w, f) & CONVERTED))
		return convert(w, f, op, v);
	outcome = format_of(w, FORMATTER_OTHER, v, has_spec ? operand(w, f, op, 0) : 0,
		f + FRAME_RESULT, &text);
	if (outcome == OUT_VALUE)
		return formatted(w, f, op, text);
	if (outcome == OUT_PUSHED)
		set_frame_state(w, f, STATE_FORMATTED);
	return FLOW_STAY;
}
