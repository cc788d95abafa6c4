#include "builtin.h"

#include "dealloc.h"
#include "dialect.h"
#include "errors.h"
#include "list.h"
#include "output.h"
#include "repr.h"
#include "text.h"

/*
 * print(*values, sep=' ', end='\n', file=sys.stdout, flush=False).
 *
 * Own word 0: how many values have been printed; state 1: the text of the next
 * one comes from Python code.
 */

/* Keyword NAME of the call; 0: not given. */
static obj_id keyword(const struct world *w, const struct args *a, const char *name)
{
	uint32_t n = a->names ? obj_n(w, a->names) : 0;

	for (uint32_t i = 0; i < n; i++) {
		if (text_is(w, item(w, a->names, i), name))
			return word(w, a->base + a->count - n + i);
	}
	return 0;
}

static int stream_of(const struct world *w, obj_id file)
{
	return file && file != OBJ_NONE && obj_kind(w, file) == KIND_PARTS
		? (int)obj_field(w, file, PARTS_STREAM) : 1;
}

static void write_keyword(struct world *w, const struct args *a, const char *name,
	const char *otherwise)
{
	obj_id text = keyword(w, a, name);
	int stream = stream_of(w, keyword(w, a, "file"));

	if (text && text != OBJ_NONE)
		output_write(w, stream, text_bytes(w, text), obj_n(w, text));
	else
		output_write(w, stream, otherwise, 1);
}

static bool check_keywords(struct world *w, const struct args *a)
{
	static const char *const known[] = {"sep", "end", "file", "flush"};
	uint32_t n = a->names ? obj_n(w, a->names) : 0;

	for (uint32_t i = 0; i < n; i++) {
		const char *name = text_bytes(w, item(w, a->names, i));
		obj_id value = word(w, a->base + a->count - n + i);
		unsigned k = 0;

		while (k < 4 && !text_is(w, item(w, a->names, i), known[k]))
			k++;
		if (k == 4) {
			raise_error(w, T_TYPE_ERROR,
				py_at_least(w->dialect->version, 3, 7)
					? "'%s' is an invalid keyword argument for print()"
					: "'%s' is an invalid keyword argument for this function",
				name);
			return false;
		}
		if (k < 2 && value != OBJ_NONE && obj_kind(w, value) != KIND_STR &&
			obj_kind(w, value) != KIND_BYTES) {
			raise_error(w, T_TYPE_ERROR, "%s must be None or a string, not %s", name,
				type_name_of(w, value));
			return false;
		}
	}
	return true;
}

static void print_text(struct world *w, uint32_t f, const struct args *a, obj_id text)
{
	uint32_t position = builtin_word(w, f, 0);

	output_write(w, stream_of(w, keyword(w, a, "file")), text_bytes(w, text), obj_n(w, text));
	set_word(w, position, word(w, position) + 1);
	set_frame_state(w, f, 0);
	drop(w, text, NULL);
}

void print_step(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);
	uint32_t values = a.count - (a.names ? obj_n(w, a.names) : 0);
	uint32_t i = word(w, builtin_word(w, f, 0));
	obj_id text = word(w, f + FRAME_RESULT);

	if (reg(w, REG_EXCEPTION) || (i == 0 && !check_keywords(w, &a))) {
		builtin_return(w, 0);
		return;
	}
	if (frame_state(w, f) == 1) {
		set_word(w, f + FRAME_RESULT, 0);
		print_text(w, f, &a, text);
		return;
	}
	if (i == values) {
		write_keyword(w, &a, "end", "\n");
		builtin_return(w, OBJ_NONE);
		return;
	}
	if (i > 0)
		write_keyword(w, &a, "sep", " ");
	switch (str_of(w, arg(w, &a, i), f + FRAME_RESULT, &text)) {
	case OUT_VALUE:
		print_text(w, f, &a, text);
		break;
	case OUT_PUSHED:
		set_frame_state(w, f, 1);
		break;
	default:
		builtin_return(w, 0);
		break;
	}
}
