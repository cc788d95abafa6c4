#include "builtin.h"

#include "arguments.h"
#include "attr.h"
#include "dialect.h"
#include "errors.h"
#include "list.h"
#include "output.h"
#include "passing.h"
#include "repr.h"
#include "stream.h"
#include "text.h"

/*
 * print(*values, sep=' ', end='\n', file=sys.stdout, flush=False).
 *
 * Values and what separates them are pieces, one after another; own word 0 counts
 * them.  A piece goes straight to standard output, or to the method `write` of
 * what `file` is.
 */
enum state {
	STATE_PIECE,
	STATE_TEXT,
	STATE_METHOD,
	STATE_WRITTEN
};
enum {
	LOCAL_TEXT,
	LOCAL_METHOD
};
enum {
	WORD_PIECE
};

static obj_id given(const struct world *w, const struct args *a, const char *name)
{
	obj_id value = args_keyword(w, a, name);

	return value == OBJ_NONE ? 0 : value;
}

static obj_id file_of(const struct world *w, const struct args *a)
{
	obj_id file = given(w, a, "file");

	return file ? file : stream_current(w);
}

static bool check_separator(struct world *w, const struct args *a, const char *name)
{
	obj_id value = given(w, a, name);

	bool two = w->dialect->version.major == 2;

	if (!value || obj_kind(w, value) == KIND_STR || (two && is_text(w, value)))
		return true;
	raise_error(w, T_TYPE_ERROR,
		two ? "%s must be None, str or unicode, not %s"
		    : "%s must be None or a string, not %s",
		name, type_name_of(w, value));
	return false;
}

static bool check_keywords(struct world *w, const struct args *a)
{
	static const char *const names[] = {"sep", "end", "file", "flush", NULL};

	return args_known(w, a, "print", names) && check_separator(w, a, "sep") &&
		check_separator(w, a, "end");
}

static void next(struct world *w, uint32_t f)
{
	uint32_t piece = builtin_word(w, f, WORD_PIECE);

	set_word(w, piece, word(w, piece) + 1);
	set_frame_state(w, f, STATE_PIECE);
}

static void call_write(struct world *w, uint32_t f, obj_id method)
{
	obj_id text = word(w, builtin_local(w, f, LOCAL_TEXT));

	set_word(w, builtin_local(w, f, LOCAL_METHOD), method);
	set_frame_state(w, f, STATE_WRITTEN);
	frame_push_call(w, f + FRAME_RESULT, method, &text, 1, 0);
}

/* TEXT is taken over. */
static void emit(struct world *w, uint32_t f, const struct args *a, obj_id text)
{
	obj_id file = file_of(w, a), method = 0;

	if (stream_of(w, file)) {
		pass_object(w, KIND_BUILTIN, 0); /* its write() */
		output_write(
			w, stream_of(w, file), text_bytes(w, text), obj_n(w, text));
		next(w, f);
		drop(w, text, NULL);
		return;
	}
	set_word(w, builtin_local(w, f, LOCAL_TEXT), text);
	set_frame_state(w, f, STATE_METHOD);
	switch (attr_load(w, file, name_object(N_WRITE), f + FRAME_RESULT, &method)) {
	case OUT_VALUE:
		call_write(w, f, method);
		break;
	case OUT_ERROR:
		builtin_return(w, 0);
		break;
	default:
		break;
	}
}

static void written(struct world *w, uint32_t f)
{
	uint32_t text = builtin_local(w, f, LOCAL_TEXT),
		 method = builtin_local(w, f, LOCAL_METHOD);
	struct owned list[] = {{.object = word(w, f + FRAME_RESULT)},
		{.object = word(w, method)}, {.object = word(w, text)}};

	set_word(w, f + FRAME_RESULT, 0);
	set_word(w, text, 0);
	set_word(w, method, 0);
	next(w, f);
	drop_all(w, list, 3);
}

static void emit_separator(struct world *w, uint32_t f, const struct args *a,
	const char *name, const char *usual)
{
	obj_id text = given(w, a, name);

	if (text)
		hold(w, text);
	emit(w, f, a, text ? text : native_new(w, usual, 1));
}

/* Piece I: values at even numbers, separators between them, at last the end. */
static void print_piece(struct world *w, uint32_t f, const struct args *a)
{
	uint32_t values = args_positional(w, a),
		 i = word(w, builtin_word(w, f, WORD_PIECE));
	uint32_t last = values ? 2 * values - 1 : 0;
	obj_id text = 0;

	if (i > last) {
		builtin_return(w, OBJ_NONE);
	} else if (i == last) {
		emit_separator(w, f, a, "end", "\n");
	} else if (i % 2) {
		emit_separator(w, f, a, "sep", " ");
	} else {
		switch (str_of(w, arg(w, a, i / 2), f + FRAME_RESULT, &text)) {
		case OUT_VALUE:
			emit(w, f, a, text);
			break;
		case OUT_PUSHED:
			set_frame_state(w, f, STATE_TEXT);
			break;
		default:
			builtin_return(w, 0);
			break;
		}
	}
}

void print_step(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);
	obj_id result = word(w, f + FRAME_RESULT);
	enum state state = (enum state)frame_state(w, f);
	bool start =
		state == STATE_PIECE && word(w, builtin_word(w, f, WORD_PIECE)) == 0;

	if (reg(w, REG_EXCEPTION) || (start && !check_keywords(w, &a))) {
		builtin_return(w, 0);
		return;
	}
	if (!file_of(w, &a)) {
		raise_error(w, T_RUNTIME_ERROR, "lost sys.stdout");
		builtin_return(w, 0);
		return;
	}
	if (file_of(w, &a) == OBJ_NONE) {
		builtin_return(w, OBJ_NONE);
		return;
	}
	if (state == STATE_TEXT || (state == STATE_METHOD && result))
		set_word(w, f + FRAME_RESULT, 0);
	if (state == STATE_TEXT)
		emit(w, f, &a, result);
	else if (state == STATE_METHOD && result)
		call_write(w, f, result);
	else if (state == STATE_METHOD)
		emit(w, f, &a, word(w, builtin_local(w, f, LOCAL_TEXT)));
	else if (state == STATE_WRITTEN)
		written(w, f);
	else
		print_piece(w, f, &a);
}
