#include "percent.h"

#include "dialect.h"
#include "dict.h"
#include "errors.h"
#include "format.h"
#include "repr.h"
#include "special.h"
#include "text.h"

/*
 * text % values (Objects/unicodeobject.c, PyUnicode_Format).
 *
 * The template is worked through piece by piece.  When Python code must make the
 * text of a value, the FRAME_BUILTIN keeps the text so far, and the piece is
 * begun again when the value's text has come.
 */
enum {
	WORD_POSITION,
	WORD_NEXT
};
enum {
	LOCAL_TEXT,
	LOCAL_VALUE,
	LOCAL_TEMPLATE,
	LOCAL_OLD
};
enum state {
	STATE_START,
	STATE_ITEM_CAME,
	STATE_TEXT_CAME
};

struct percent {
	struct world *w;
	uint32_t f; /* 0: not in a frame */
	obj_id template;
	struct format_values values;
	uint32_t position;
	obj_id came; /* the text of the value of this piece; 0: not yet */
	struct strbuf out;
};

enum progress {
	GOES_ON,
	WAITS,
	FAILED,
	AS_UNICODE
};

static enum progress fail(struct percent *p, const struct format_error *e)
{
	raise_error(p->w, (enum builtin_type)e->type, "%s", e->message);
	return FAILED;
}

static bool is_two(const struct percent *p)
{
	return p->w->dialect->version.major == 2;
}

/* %s, %r, %a: the value's text. */
static enum progress add_text(
	struct percent *p, const struct format_spec *s, obj_id value)
{
	enum kind kind = obj_kind(p->w, p->template);
	obj_id text = p->came;
	enum outcome outcome = OUT_VALUE;

	if (is_two(p) && kind == KIND_BYTES && s->conversion == 's' &&
		obj_kind(p->w, value) == KIND_STR)
		return AS_UNICODE;
	if (!text && (s->conversion == 's' || s->conversion == 'b') &&
		is_text(p->w, value) && (obj_kind(p->w, value) == kind || is_two(p))) {
		text = value;
		hold(p->w, text);
	}
	if (!text && !p->f)
		return WAITS;
	if (!text)
		outcome = s->conversion == 's'
			? str_of(p->w, value, p->f + FRAME_RESULT, &text)
			: repr_of(p->w, value, p->f + FRAME_RESULT, &text);
	if (outcome != OUT_VALUE)
		return outcome == OUT_PUSHED ? WAITS : FAILED;
	p->came = 0;
	format_text(s, text_bytes(p->w, text), obj_n(p->w, text), kind, &p->out);
	drop(p->w, text, NULL);
	return GOES_ON;
}

static bool wants_text(const struct format_spec *s)
{
	return s->conversion == 's' || s->conversion == 'r' || s->conversion == 'a' ||
		s->conversion == 'b';
}

/* The value under a key of the mapping. */
static enum progress take_key(struct percent *p, const struct format_spec *s)
{
	struct world *w = p->w;
	obj_id mapping = p->values.mapping, key, old, value = 0;

	if (p->f && word(w, builtin_local(w, p->f, LOCAL_VALUE))) {
		format_values_take(
			&p->values, word(w, builtin_local(w, p->f, LOCAL_VALUE)));
		return GOES_ON;
	}
	if (!p->f)
		return WAITS;
	key = text_new_like(w, p->template, s->text, s->length);
	old = word(w, builtin_local(w, p->f, LOCAL_OLD));
	set_word(w, builtin_local(w, p->f, LOCAL_OLD), key);
	if (old)
		drop(w, old, NULL);
	if (obj_kind(w, mapping) == KIND_DICT && !overrides(w, mapping, N_GETITEM)) {
		value = dict_get(w, mapping, key);
		if (!value) {
			raise_value(w, T_KEY_ERROR, key);
			return FAILED;
		}
		hold(w, value);
		set_word(w, builtin_local(w, p->f, LOCAL_VALUE), value);
		format_values_take(&p->values, value);
		return GOES_ON;
	}
	set_frame_state(w, p->f, STATE_ITEM_CAME);
	push_special(w, special(w, mapping, N_GETITEM), mapping, key, 0,
		p->f + FRAME_RESULT);
	return WAITS;
}

static enum progress convert(struct percent *p, struct format_spec *s)
{
	bool bytes = obj_kind(p->w, p->template) == KIND_BYTES;
	struct format_error e = {0};
	enum progress progress = GOES_ON;
	obj_id value;

	if (s->has_key) {
		if (!p->values.mapping) {
			raise_error(p->w, T_TYPE_ERROR, "format requires a mapping");
			return FAILED;
		}
		progress = take_key(p, s);
	}
	if (progress != GOES_ON)
		return progress;
	if (s->conversion == '%')
		return GOES_ON;
	if (!format_stars(p->w, s, &p->values, &e))
		return fail(p, &e);
	value = format_values_next(p->w, &p->values, &e);
	if (!value)
		return fail(p, &e);
	if (wants_text(s))
		return add_text(p, s, value);
	return format_value(p->w, s, value, bytes, &p->out, &e) ? GOES_ON : fail(p, &e);
}

/* After a piece: what its key gave is not needed any more. */
static void piece_done(struct percent *p)
{
	uint32_t index;
	obj_id value;

	if (!p->f)
		return;
	index = builtin_local(p->w, p->f, LOCAL_VALUE);
	value = word(p->w, index);
	set_word(p->w, index, 0);
	if (value)
		drop(p->w, value, NULL);
}

/* Piece by piece to the end; *begun: where the piece under way began. */
static enum progress work(struct percent *p, uint32_t *begun, int32_t *next)
{
	struct format_error e = {0};
	struct format_spec s;
	enum progress progress;

	for (;;) {
		*begun = p->position;
		*next = p->values.next;
		if (!heap_has_room(p->w, p->out.length / 4)) {
			raise_value(p->w, T_MEMORY_ERROR, 0);
			return FAILED;
		}
		switch (format_next(p->w, p->template, &p->position, &s, &e)) {
		case FORMAT_END:
			if (format_values_end(p->w, &p->values,
				    obj_kind(p->w, p->template) == KIND_BYTES &&
					    !is_two(p),
				    &e))
				return GOES_ON;
			return fail(p, &e);
		case FORMAT_ERROR:
			return fail(p, &e);
		case FORMAT_LITERAL:
			strbuf_add(&p->out, s.text, s.length);
			break;
		case FORMAT_CONVERSION:
			progress = convert(p, &s);
			if (progress != GOES_ON)
				return progress;
			piece_done(p);
		}
	}
}

static bool is_mapping(const struct world *w, obj_id values)
{
	if (obj_kind(w, values) == KIND_INSTANCE ||
		obj_kind(w, values) == KIND_OLD_INSTANCE)
		return overrides(w, values, N_GETITEM);
	return format_is_mapping(w, values);
}

static obj_id finished(struct percent *p)
{
	return text_new_like(
		p->w, p->template, p->out.text ? p->out.text : "", p->out.length);
}

/* Without a frame, as far as no value's text must be made. */
enum outcome format_percent(
	struct world *w, obj_id template, obj_id values, uint32_t dst, obj_id *result)
{
	struct percent p = {.w = w, .template = template, .out = STRBUF_INIT};
	uint32_t begun;
	int32_t next;
	enum progress progress;

	format_values_start(w, &p.values, values, is_mapping(w, values));
	progress = work(&p, &begun, &next);
	if (progress == GOES_ON)
		*result = finished(&p);
	strbuf_free(&p.out);
	if (progress == GOES_ON || progress == FAILED)
		return progress == GOES_ON ? OUT_VALUE : OUT_ERROR;
	push_builtin_step(w, B_percent_step, template, &values, 1, dst);
	return OUT_PUSHED;
}

/* 2.7: a unicode value makes the whole a unicode: once more, from the start. */
static void begin_as_unicode(struct percent *p)
{
	struct world *w = p->w;
	obj_id template =
		text_new(w, text_bytes(w, p->template), obj_n(w, p->template));
	obj_id old = word(w, builtin_local(w, p->f, LOCAL_TEXT));

	set_word(w, builtin_local(w, p->f, LOCAL_TEMPLATE), template);
	set_word(w, builtin_local(w, p->f, LOCAL_TEXT), 0);
	set_word(w, builtin_word(w, p->f, WORD_POSITION), 0);
	set_word(w, builtin_word(w, p->f, WORD_NEXT), 0);
	set_frame_state(w, p->f, STATE_START);
	if (old)
		drop(w, old, NULL);
	piece_done(p);
}

static void suspend(struct percent *p, uint32_t begun, int32_t next)
{
	struct world *w = p->w;
	uint32_t text = builtin_local(w, p->f, LOCAL_TEXT);
	obj_id old = word(w, text);

	if (frame_state(w, p->f) != STATE_ITEM_CAME)
		set_frame_state(w, p->f, STATE_TEXT_CAME);
	set_word(w, builtin_word(w, p->f, WORD_POSITION), begun);
	set_word(w, builtin_word(w, p->f, WORD_NEXT), (uint32_t)next);
	set_word(w, text, finished(p));
	if (old)
		drop(w, old, NULL);
}

static void resume(struct percent *p)
{
	struct world *w = p->w;
	obj_id result = word(w, p->f + FRAME_RESULT);
	obj_id text = word(w, builtin_local(w, p->f, LOCAL_TEXT));

	set_word(w, p->f + FRAME_RESULT, 0);
	if (frame_state(w, p->f) == STATE_ITEM_CAME)
		set_word(w, builtin_local(w, p->f, LOCAL_VALUE), result);
	else
		p->came = result;
	set_frame_state(w, p->f, STATE_TEXT_CAME);
	if (text)
		strbuf_add(&p->out, text_bytes(w, text), obj_n(w, text));
	p->position = word(w, builtin_word(w, p->f, WORD_POSITION));
	p->values.next = (int32_t)word(w, builtin_word(w, p->f, WORD_NEXT));
}

void percent_step(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);
	obj_id unicode = word(w, builtin_local(w, f, LOCAL_TEMPLATE));
	struct percent p = {.w = w,
		.f = f,
		.template = unicode ? unicode : a.self,
		.out = STRBUF_INIT};
	uint32_t begun;
	int32_t next;
	obj_id result = 0;

	if (reg(w, REG_EXCEPTION)) {
		builtin_return(w, 0);
		return;
	}
	format_values_start(w, &p.values, arg(w, &a, 0), is_mapping(w, arg(w, &a, 0)));
	if (frame_state(w, f) != STATE_START)
		resume(&p);
	switch (work(&p, &begun, &next)) {
	case WAITS:
		suspend(&p, begun, next);
		break;
	case AS_UNICODE:
		begin_as_unicode(&p);
		break;
	case GOES_ON:
		result = finished(&p);
		builtin_return(w, result);
		break;
	case FAILED:
		builtin_return(w, 0);
		break;
	}
	strbuf_free(&p.out);
}
