#include "builtin.h"

#include "attr.h"
#include "dealloc.h"
#include "number.h"
#include "repr.h"
#include "stream.h"
#include "text.h"

/*
 * 2.7's print to an object that is no stream of ours: by its method `write`, the
 * space between items kept in its attribute `softspace`.
 * Source: CPython 2.7, Python/ceval.c, PRINT_ITEM_TO; Objects/fileobject.c,
 * PyFile_SoftSpace and PyFile_WriteObject.
 *
 * The arguments are the item, if any, and the file (none: sys.stdout).  Own word
 * 0 counts the acts of the list below; the frame's state is the place in one.
 */
enum act {
	ACT_SPACE_OFF,
	ACT_SPACE,
	ACT_ITEM,
	ACT_SPACE_ON,
	ACT_NEWLINE,
	ACT_END
};
static const enum act item_acts[] = {
	ACT_SPACE_OFF, ACT_SPACE, ACT_ITEM, ACT_SPACE_ON, ACT_END};
static const enum act newline_acts[] = {ACT_NEWLINE, ACT_SPACE_OFF, ACT_END};

enum state {
	STATE_BEGIN,
	STATE_LOADED,
	STATE_TEXT,
	STATE_DONE
};
enum {
	WORD_ACT,
	WORD_SPACE
};
enum {
	LOCAL_METHOD,
	LOCAL_TEXT
};

struct print {
	struct world *w;
	uint32_t f;
	obj_id file, item;
	enum act act;
};

/* Goes to STATE with VALUE as what a pushed frame would have left. */
static void came(struct print *p, enum state state, obj_id value)
{
	set_word(p->w, p->f + FRAME_RESULT, value);
	set_frame_state(p->w, p->f, state);
}

static obj_id take(struct print *p)
{
	obj_id value = word(p->w, p->f + FRAME_RESULT);

	set_word(p->w, p->f + FRAME_RESULT, 0);
	return value;
}

static void settle(struct print *p, enum outcome outcome, enum state next, obj_id value)
{
	if (outcome == OUT_VALUE)
		came(p, next, value);
	else if (outcome == OUT_PUSHED)
		set_frame_state(p->w, p->f, next);
	else if (outcome == OUT_ERROR)
		set_frame_state(p->w, p->f, next);
}

/* An act is over; what it leaves is dropped. */
static void act_done(struct print *p)
{
	uint32_t act = builtin_word(p->w, p->f, WORD_ACT);
	uint32_t method = builtin_local(p->w, p->f, LOCAL_METHOD);
	uint32_t text = builtin_local(p->w, p->f, LOCAL_TEXT);
	struct owned list[] = {{.object = take(p)}, {.object = word(p->w, text)},
		{.object = word(p->w, method)}};

	set_word(p->w, text, 0);
	set_word(p->w, method, 0);
	set_word(p->w, act, word(p->w, act) + 1);
	set_frame_state(p->w, p->f, STATE_BEGIN);
	drop_all(p->w, list, 3);
}

/* Errors of softspace do not count. */
static void forget_error(struct print *p)
{
	obj_id exception = reg(p->w, REG_EXCEPTION);

	set_reg(p->w, REG_EXCEPTION, 0);
	if (exception)
		drop(p->w, exception, NULL);
}

static void set_space(struct print *p, enum state state)
{
	struct world *w = p->w;
	obj_id name = name_object(N_SOFTSPACE), value = 0;
	struct owned old[3] = {{0}};

	if (state == STATE_BEGIN) {
		enum outcome outcome =
			attr_load(w, p->file, name, p->f + FRAME_RESULT, &value);

		settle(p, outcome, STATE_LOADED, value);
		return;
	}
	if (reg(w, REG_EXCEPTION)) {
		forget_error(p);
		return;
	}
	if (state == STATE_DONE) {
		act_done(p);
		return;
	}
	value = word(w, p->f + FRAME_RESULT);
	if (attr_store(w, p->file, name, int_new(w, p->act == ACT_SPACE_ON),
		    p->f + FRAME_RESULT, old) == OUT_AGAIN)
		return;
	if (word(w, p->f + FRAME_RESULT) == value)
		set_word(w, p->f + FRAME_RESULT, 0);
	set_word(w, builtin_word(w, p->f, WORD_SPACE),
		value && is_int(w, value) && int_fits(w, value) &&
			int_value(w, value) != 0);
	set_frame_state(w, p->f, STATE_DONE);
	old[2] = (struct owned){.object = value};
	drop_all(w, old, 3);
}

static obj_id fixed_text(const struct print *p)
{
	return OBJ_BYTE + (p->act == ACT_NEWLINE ? '\n' : ' ');
}

static void write_text(struct print *p, enum state state)
{
	struct world *w = p->w;
	uint32_t method = builtin_local(w, p->f, LOCAL_METHOD);
	uint32_t text = builtin_local(w, p->f, LOCAL_TEXT);
	obj_id value = 0;
	enum outcome outcome = OUT_VALUE;

	if (reg(w, REG_EXCEPTION)) {
		builtin_return(w, 0);
	} else if (state == STATE_BEGIN) {
		outcome = attr_load(
			w, p->file, name_object(N_WRITE), p->f + FRAME_RESULT, &value);
		settle(p, outcome, STATE_LOADED, value);
	} else if (state == STATE_LOADED) {
		set_word(w, method, take(p));
		if (p->act == ACT_ITEM)
			outcome = str_of(w, p->item, p->f + FRAME_RESULT, &value);
		else
			value = fixed_text(p);
		settle(p, outcome, STATE_TEXT, value);
	} else if (state == STATE_TEXT) {
		set_word(w, text, take(p));
		set_frame_state(w, p->f, STATE_DONE);
		value = word(w, text);
		frame_push_call(w, p->f + FRAME_RESULT, word(w, method), &value, 1, 0);
	} else {
		act_done(p);
	}
}

/* After an item that ends in white space no space is due. */
static bool wants_space(const struct world *w, obj_id item)
{
	uint32_t n = is_text(w, item) ? obj_n(w, item) : 0;
	char last = n ? text_bytes(w, item)[n - 1] : 0;

	return last != '\n' && last != '\t' && last != '\r' && last != '\v' &&
		last != '\f';
}

static bool is_needed(const struct print *p)
{
	if (p->act == ACT_SPACE)
		return word(p->w, builtin_word(p->w, p->f, WORD_SPACE));
	if (p->act == ACT_SPACE_ON)
		return wants_space(p->w, p->item);
	return true;
}

static void print_step_of(struct print *p, const enum act *acts)
{
	struct world *w = p->w;
	uint32_t act = builtin_word(w, p->f, WORD_ACT);
	enum state state = (enum state)frame_state(w, p->f);

	p->act = acts[word(w, act)];
	while (state == STATE_BEGIN && !is_needed(p)) {
		set_word(w, act, word(w, act) + 1);
		p->act = acts[word(w, act)];
	}
	if (p->act == ACT_END)
		builtin_return(w, OBJ_NONE);
	else if (p->act == ACT_SPACE_OFF || p->act == ACT_SPACE_ON)
		set_space(p, state);
	else
		write_text(p, state);
}

void print_item_to_step(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);
	struct print p = {.w = w,
		.f = f,
		.item = arg(w, &a, 0),
		.file = a.count == 2 ? arg(w, &a, 1) : 0};

	if (!p.file || p.file == OBJ_NONE)
		p.file = stream_current(w);
	print_step_of(&p, item_acts);
}

void print_newline_to_step(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);
	struct print p = {.w = w, .f = f, .file = a.count ? arg(w, &a, 0) : 0};

	if (!p.file || p.file == OBJ_NONE)
		p.file = stream_current(w);
	print_step_of(&p, newline_acts);
}
