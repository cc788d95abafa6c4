#include "builtin_str.h"

#include <stdlib.h>
#include <string.h>

#include "arguments.h"
#include "attr.h"
#include "dialect.h"
#include "errors.h"
#include "render.h"
#include "number.h"
#include "repr.h"
#include "special.h"
#include "xalloc.h"

/*
 * str.format() (Objects/stringlib/unicode_format.h), in a FRAME_BUILTIN.
 *
 * The template is worked through field by field.  The frame keeps where the field
 * under way begins, and each turn reads it again from there; so it can wait for
 * Python code wherever a field needs some.  A spec that holds fields itself is the
 * template of a further frame with the same arguments.
 */
enum {
	WORD_FIELD,   /* where the field under way begins */
	WORD_NAME,    /* bytes of its name that were looked at */
	WORD_NUMBERS, /* enum numbering */
	WORD_NEXT,    /* number of the next field without one */
	WORD_NESTED   /* this is the template of a spec */
};
enum numbering {
	NUMBERS_UNKNOWN,
	NUMBERS_AUTOMATIC,
	NUMBERS_GIVEN
};
enum {
	LOCAL_TEXT,
	LOCAL_VALUE,
	LOCAL_SPEC,
	LOCAL_OLD
};
enum state {
	STATE_FIELD,
	STATE_NAME,
	STATE_NAME_CAME,
	STATE_CONVERT,
	STATE_CONVERTED,
	STATE_SPEC,
	STATE_SPEC_CAME,
	STATE_FORMAT,
	STATE_FORMATTED
};

struct formatting {
	struct world *w;
	uint32_t f;
	obj_id template;
	struct args args;
	struct format_field field;
	uint32_t after; /* where the next field begins */
};

static uint32_t own(const struct formatting *p, uint32_t i)
{
	return builtin_word(p->w, p->f, i);
}

static obj_id local(const struct formatting *p, uint32_t i)
{
	return word(p->w, builtin_local(p->w, p->f, i));
}

static void keep(const struct formatting *p, uint32_t i, obj_id o)
{
	uint32_t index = builtin_local(p->w, p->f, i);
	obj_id old = word(p->w, index);

	set_word(p->w, index, o);
	if (old)
		drop(p->w, old, NULL);
}

static void fail(const struct formatting *p)
{
	builtin_return(p->w, 0);
}

static obj_id take_answer(const struct formatting *p)
{
	obj_id result = word(p->w, p->f + FRAME_RESULT);

	set_word(p->w, p->f + FRAME_RESULT, 0);
	return result;
}

/* Adds to the text so far. */
static void add(const struct formatting *p, const char *bytes, size_t length)
{
	obj_id text = local(p, LOCAL_TEXT);
	struct strbuf out = STRBUF_INIT;

	if (text)
		strbuf_add(&out, text_bytes(p->w, text), obj_n(p->w, text));
	strbuf_add(&out, bytes, length);
	keep(p, LOCAL_TEXT,
		text_new_like(p->w, p->template, out.text ? out.text : "", out.length));
	strbuf_free(&out);
}

/* Reads the field under way; false: the template has ended, or raised. */
static bool read_field(struct formatting *p)
{
	struct format_error e = {0};

	p->after = word(p->w, own(p, WORD_FIELD));
	switch (format_next_field(text_bytes(p->w, p->template),
		obj_n(p->w, p->template), &p->after, &p->field, &e)) {
	case FORMAT_END:
		return false;
	case FORMAT_ERROR:
		raise_error(p->w, (enum builtin_type)e.type, "%s", e.message);
		return false;
	default:
		return true;
	}
}

static void finished(const struct formatting *p)
{
	obj_id text = local(p, LOCAL_TEXT);

	if (reg(p->w, REG_EXCEPTION)) {
		fail(p);
		return;
	}
	set_word(p->w, builtin_local(p->w, p->f, LOCAL_TEXT), 0);
	builtin_return(p->w, text ? text : text_new_like(p->w, p->template, "", 0));
}

/* The first part of a name: up to a dot or bracket. */
static size_t first_part(const struct format_field *field)
{
	size_t n = 0;

	while (n < field->name_length && field->name[n] != '.' && field->name[n] != '[')
		n++;
	return n;
}

static bool is_digits(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (s[i] < '0' || s[i] > '9')
			return false;
	}
	return n > 0 && n < 10;
}

static bool numbering(const struct formatting *p, enum numbering now)
{
	uint32_t before = word(p->w, own(p, WORD_NUMBERS));

	if (before == NUMBERS_UNKNOWN || before == now) {
		set_word(p->w, own(p, WORD_NUMBERS), now);
		return true;
	}
	raise_error(p->w, T_VALUE_ERROR, "cannot switch from %s to %s",
		now == NUMBERS_AUTOMATIC ? "manual field specification"
					 : "automatic field numbering",
		now == NUMBERS_AUTOMATIC ? "automatic field numbering"
					 : "manual field specification");
	return false;
}

static obj_id positional(const struct formatting *p, uint32_t i)
{
	if (i < args_positional(p->w, &p->args))
		return arg(p->w, &p->args, i);
	if (py_at_least(p->w->dialect->version, 3, 8))
		return raise_error(p->w, T_INDEX_ERROR,
			"Replacement index %u out of range for positional args tuple",
			i);
	return raise_error(p->w, T_INDEX_ERROR, "tuple index out of range");
}

/* The argument that a field names; borrowed, 0: raised. */
static obj_id first_value(const struct formatting *p)
{
	size_t n = first_part(&p->field);
	uint32_t next = word(p->w, own(p, WORD_NEXT));
	char *name;
	obj_id v, key;

	if (n == 0) {
		if (!numbering(p, NUMBERS_AUTOMATIC))
			return 0;
		set_word(p->w, own(p, WORD_NEXT), next + 1);
		return positional(p, next);
	}
	if (is_digits(p->field.name, n))
		return numbering(p, NUMBERS_GIVEN)
			? positional(p, (uint32_t)strtoul(p->field.name, NULL, 10))
			: 0;
	name = xstrndup(p->field.name, n);
	v = args_keyword(p->w, &p->args, name);
	free(name);
	if (v)
		return v;
	key = text_new_like(p->w, p->template, p->field.name, n);
	raise_value(p->w, T_KEY_ERROR, key);
	drop(p->w, key, NULL);
	return 0;
}

static void start_field(struct formatting *p)
{
	obj_id v;

	if (!read_field(p)) {
		finished(p);
		return;
	}
	if (p->field.literal_length)
		add(p, p->field.literal, p->field.literal_length);
	if (!p->field.has_field) {
		set_word(p->w, own(p, WORD_FIELD), p->after);
		return;
	}
	v = first_value(p);
	if (!v) {
		fail(p);
		return;
	}
	hold(p->w, v);
	keep(p, LOCAL_VALUE, v);
	set_word(p->w, own(p, WORD_NAME), (uint32_t)first_part(&p->field));
	set_frame_state(p->w, p->f, STATE_NAME);
}

static void bad_name(const struct formatting *p, const char *message)
{
	raise_error(p->w, T_VALUE_ERROR, "%s", message);
	fail(p);
}

/* What the next part of the name gave. */
static void part_settled(
	const struct formatting *p, enum outcome outcome, obj_id result)
{
	if (outcome == OUT_VALUE) {
		set_frame_state(p->w, p->f, STATE_NAME);
		keep(p, LOCAL_VALUE, result);
	} else if (outcome == OUT_ERROR) {
		fail(p);
	}
}

static void take_attribute(const struct formatting *p, const char *part, size_t length)
{
	obj_id result = 0, name = native_new(p->w, part, length);
	enum outcome outcome;

	text_hash_cached(p->w, name);
	keep(p, LOCAL_OLD, name);
	set_frame_state(p->w, p->f, STATE_NAME_CAME);
	outcome = attr_load(
		p->w, local(p, LOCAL_VALUE), name, p->f + FRAME_RESULT, &result);
	part_settled(p, outcome, result);
}

static void take_item(const struct formatting *p, const char *part, size_t length)
{
	obj_id value = local(p, LOCAL_VALUE), result = 0, function;
	obj_id key = is_digits(part, length)
		? int_new(p->w, strtol(part, NULL, 10))
		: text_new_like(p->w, p->template, part, length);
	enum outcome outcome;

	keep(p, LOCAL_OLD, key);
	set_frame_state(p->w, p->f, STATE_NAME_CAME);
	outcome = subscript_load(p->w, value, key, p->f + FRAME_RESULT, &result);
	if (outcome != OUT_UNKNOWN) {
		part_settled(p, outcome, result);
		return;
	}
	function = special(p->w, value, N_GETITEM);
	if (function) {
		push_special(p->w, function, value, key, 0, p->f + FRAME_RESULT);
		return;
	}
	raise_error(p->w, T_TYPE_ERROR,
		p->w->dialect->version.major == 2
			? "'%s' object has no attribute '__getitem__'"
			: "'%s' object is not subscriptable",
		type_name_of(p->w, value));
	fail(p);
}

/* One .attribute or [item] more. */
static void follow_name(const struct formatting *p)
{
	uint32_t at = word(p->w, own(p, WORD_NAME));
	const char *name = p->field.name;
	size_t n = p->field.name_length, end = at + 1;

	if (at == n) {
		set_frame_state(p->w, p->f, STATE_CONVERT);
		return;
	}
	if (name[at] != '.' && name[at] != '[') {
		bad_name(p, "Only '.' or '[' may follow ']' in format field specifier");
		return;
	}
	if (name[at] == '[') {
		while (end < n && name[end] != ']')
			end++;
		if (end == n)
			bad_name(p, "Missing ']' in format string");
		else if (end == at + 1)
			bad_name(p, "Empty attribute in format string");
		if (reg(p->w, REG_EXCEPTION))
			return;
		set_word(p->w, own(p, WORD_NAME), (uint32_t)end + 1);
		take_item(p, name + at + 1, end - at - 1);
		return;
	}
	while (end < n && name[end] != '.' && name[end] != '[')
		end++;
	set_word(p->w, own(p, WORD_NAME), (uint32_t)end);
	if (end == at + 1)
		bad_name(p, "Empty attribute in format string");
	else
		take_attribute(p, name + at + 1, end - at - 1);
}

static const char *conversions(const struct world *w)
{
	return w->dialect->version.major == 2 ? "rs" : "rsa";
}

static void convert(const struct formatting *p)
{
	obj_id value = local(p, LOCAL_VALUE), text = 0;
	enum outcome outcome;

	if (p->field.conversion && !strchr(conversions(p->w), p->field.conversion)) {
		raise_error(p->w, T_VALUE_ERROR, "Unknown conversion specifier %c",
			p->field.conversion);
		fail(p);
		return;
	}
	set_frame_state(p->w, p->f, STATE_CONVERTED);
	if (!p->field.conversion) {
		set_frame_state(p->w, p->f, STATE_SPEC);
		return;
	}
	outcome = p->field.conversion == 's'
		? str_of(p->w, value, p->f + FRAME_RESULT, &text)
		: repr_of(p->w, value, p->f + FRAME_RESULT, &text);
	if (outcome == OUT_VALUE)
		set_word(p->w, p->f + FRAME_RESULT, text);
	else if (outcome == OUT_ERROR)
		fail(p);
}

static void converted(const struct formatting *p)
{
	obj_id text = take_answer(p);
	struct strbuf out = STRBUF_INIT;

	set_frame_state(p->w, p->f, STATE_SPEC);
	if (p->field.conversion == 'a') {
		text_escape(text_bytes(p->w, text), obj_n(p->w, text), &out);
		drop(p->w, text, NULL);
		text = native_new(p->w, out.text ? out.text : "", out.length);
		strbuf_free(&out);
	}
	keep(p, LOCAL_VALUE, text);
}

/* The spec: as it is, or by a frame of its own. */
static void make_spec(const struct formatting *p)
{
	obj_id spec;
	uint32_t f;

	if (!p->field.spec_nested) {
		spec = p->field.spec_length
			? text_new_like(p->w, p->template, p->field.spec,
				  p->field.spec_length)
			: 0;
		keep(p, LOCAL_SPEC, spec);
		set_frame_state(p->w, p->f, STATE_FORMAT);
		return;
	}
	if (word(p->w, own(p, WORD_NESTED))) {
		bad_name(p, "Max string recursion exceeded");
		return;
	}
	spec = text_new_like(p->w, p->template, p->field.spec, p->field.spec_length);
	set_frame_state(p->w, p->f, STATE_SPEC_CAME);
	f = builtin_push(p->w, word(p->w, frame_extra(p->w, p->f, BUILTIN_WORD_ID)),
		spec, p->args.count, p->f + FRAME_RESULT);
	drop(p->w, spec, NULL);
	if (p->args.names)
		hold(p->w, p->args.names);
	set_word(p->w, frame_slot(f, BUILTIN_NAMES_SLOT), p->args.names);
	for (uint32_t i = 0; i < p->args.count; i++) {
		hold(p->w, arg(p->w, &p->args, i));
		set_word(p->w, frame_slot(f, BUILTIN_FIRST_ARGUMENT + i),
			arg(p->w, &p->args, i));
	}
	set_word(p->w, builtin_word(p->w, f, WORD_NESTED), 1);
	set_word(p->w, builtin_word(p->w, f, WORD_NUMBERS),
		word(p->w, own(p, WORD_NUMBERS)));
	set_word(p->w, builtin_word(p->w, f, WORD_NEXT), word(p->w, own(p, WORD_NEXT)));
}

/* Fields of the spec that took the next number. */
static uint32_t automatic_fields(const struct format_field *field)
{
	struct format_field inner;
	struct format_error e;
	uint32_t at = 0, count = 0;

	while (format_next_field(field->spec, field->spec_length, &at, &inner, &e) ==
		FORMAT_LITERAL)
		count += inner.has_field && first_part(&inner) == 0;
	return count;
}

static void spec_came(const struct formatting *p)
{
	uint32_t next = own(p, WORD_NEXT);

	set_frame_state(p->w, p->f, STATE_FORMAT);
	set_word(p->w, next, word(p->w, next) + automatic_fields(&p->field));
	keep(p, LOCAL_SPEC, take_answer(p));
}

static void format(const struct formatting *p)
{
	obj_id text = 0;

	set_frame_state(p->w, p->f, STATE_FORMATTED);
	switch (format_of(p->w, FORMATTER_METHOD, local(p, LOCAL_VALUE),
		local(p, LOCAL_SPEC), p->f + FRAME_RESULT, &text)) {
	case OUT_VALUE:
		set_word(p->w, p->f + FRAME_RESULT, text);
		break;
	case OUT_PUSHED:
		break;
	default:
		fail(p);
	}
}

static void formatted(const struct formatting *p)
{
	obj_id text = take_answer(p);

	keep(p, LOCAL_OLD, text);
	if (!format_checked(p->w, text)) {
		fail(p);
		return;
	}
	add(p, text_bytes(p->w, text), obj_n(p->w, text));
	set_word(p->w, own(p, WORD_FIELD), p->after);
	set_frame_state(p->w, p->f, STATE_FIELD);
	keep(p, LOCAL_VALUE, 0);
}

static void format_step(struct world *w, uint32_t f)
{
	struct formatting p = {.w = w, .f = f, .args = builtin_args(w, f)};

	p.template = p.args.self;
	if (!reg(w, REG_EXCEPTION) && !heap_has_room(w, 0))
		raise_value(w, T_MEMORY_ERROR, 0);
	if (reg(w, REG_EXCEPTION)) {
		builtin_return(w, 0);
		return;
	}
	if (frame_state(w, f) != STATE_FIELD)
		read_field(&p);
	switch ((enum state)frame_state(w, f)) {
	case STATE_FIELD:
		start_field(&p);
		break;
	case STATE_NAME:
		follow_name(&p);
		break;
	case STATE_NAME_CAME:
		part_settled(&p, OUT_VALUE, take_answer(&p));
		break;
	case STATE_CONVERT:
		convert(&p);
		break;
	case STATE_CONVERTED:
		converted(&p);
		break;
	case STATE_SPEC:
		make_spec(&p);
		break;
	case STATE_SPEC_CAME:
		spec_came(&p);
		break;
	case STATE_FORMAT:
		format(&p);
		break;
	case STATE_FORMATTED:
		formatted(&p);
		break;
	}
}

void ustr_format(struct world *w, uint32_t f)
{
	format_step(w, f);
}

void bstr_format(struct world *w, uint32_t f)
{
	format_step(w, f);
}
