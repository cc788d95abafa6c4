#include "interp.h"

#include "dialect.h"
#include "output.h"
#include "repr.h"
#include "text.h"

/* 2.7's print statement. */

static void flush_softspace(struct world *w)
{
	if (reg(w, REG_SOFTSPACE))
		output_write(w, 1, " ", 1);
	set_reg(w, REG_SOFTSPACE, 0);
}

static bool ends_in_space(const struct world *w, obj_id text)
{
	uint32_t n = obj_n(w, text);
	char last = n ? text_bytes(w, text)[n - 1] : 0;

	return last == '\n' || last == '\t' || last == '\r' || last == '\v' || last == '\f';
}

/* A space is due after it, unless it is a str that ends in white space. */
static enum flow print_text(struct world *w, uint32_t f, const struct op *op, obj_id text)
{
	obj_id v = operand(w, f, op, 0);
	bool is_text = obj_kind(w, v) == KIND_BYTES || obj_kind(w, v) == KIND_STR;

	flush_softspace(w);
	output_write(w, 1, text_bytes(w, text), obj_n(w, text));
	set_reg(w, REG_SOFTSPACE, !is_text || !ends_in_space(w, v));
	set_word(w, slot_at(f, op->sp - 1u), 0);
	drop_all(w, (struct owned[]){{.object = text}, {.object = v}}, 2);
	return FLOW_NEXT;
}

enum flow do_PRINT_ITEM(struct world *w, uint32_t f, const struct op *op)
{
	obj_id text = 0;
	enum outcome outcome;

	if (frame_state(w, f))
		return print_text(w, f, op, take_result(w, f));
	outcome = str_of(w, operand(w, f, op, 0), f + FRAME_RESULT, &text);
	if (outcome == OUT_VALUE)
		return print_text(w, f, op, text);
	if (outcome == OUT_PUSHED)
		set_frame_state(w, f, 1);
	return FLOW_STAY;
}

enum flow do_PRINT_NEWLINE(struct world *w, uint32_t f, const struct op *op)
{
	(void)f;
	(void)op;
	output_write(w, 1, "\n", 1);
	set_reg(w, REG_SOFTSPACE, 0);
	return FLOW_NEXT;
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
