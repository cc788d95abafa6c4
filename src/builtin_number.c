#include "builtin.h"

#include <string.h>

#include "arguments.h"
#include "attr.h"
#include "class.h"
#include "code.h"
#include "dialect.h"
#include "errors.h"
#include "gc.h"
#include "list.h"
#include "number.h"
#include "repr.h"
#include "special.h"
#include "text.h"

/* Numbers: int(), float(), bool(), abs, bin, hex, oct, chr, ord, divmod, pow. */

static bool is_two(const struct world *w)
{
	return w->dialect->version.major == 2;
}

static obj_id raised(struct world *w, const struct number_error *e)
{
	return raise_error(w, (enum builtin_type)e->type, "%s", e->message);
}

/* At most MAX positional arguments and no keyword but KEYWORD (to 3.6). */
static bool few_arguments(struct world *w, const struct args *a, const char *name)
{
	bool modern = py_at_least(w->dialect->version, 3, 7);

	if (a->names && modern)
		raise_error(w, T_TYPE_ERROR, "%s() takes no keyword arguments", name);
	else if (a->count > 1 && !modern)
		raise_error(w, T_TYPE_ERROR, "%s() takes at most 1 argument (%u given)",
			name, a->count);
	else if (a->count > 1)
		raise_error(w, T_TYPE_ERROR, "%s expected at most 1 argument%s, got %u",
			name, py_at_least(w->dialect->version, 3, 8) ? "" : "s",
			a->count);
	else
		return !a->names ||
			args_known(w, a, name, (const char *const[]){"x", NULL});
	return false;
}

/* bool(x) */
void core_bool(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);
	int t = 0;

	if (frame_state(w, f) == 1) {
		set_word(w, builtin_local(w, f, 0), word(w, f + FRAME_RESULT));
		set_word(w, f + FRAME_RESULT, 0);
		t = reg(w, REG_EXCEPTION) ? -1
					  : truth_result(w, arg(w, &a, 0),
						    word(w, builtin_local(w, f, 0)));
	} else if (!few_arguments(w, &a, "bool")) {
		t = -1;
	} else if (a.count) {
		t = truth(w, arg(w, &a, 0), f + FRAME_RESULT);
	}
	if (t == 2)
		set_frame_state(w, f, 1);
	else
		builtin_return(w, t < 0 ? 0 : bool_of(t));
}

/* A number as an instance of CLASS: VALUE is taken over. */
static obj_id in_class(struct world *w, obj_id class, obj_id value)
{
	obj_id o;

	if (!value || class == obj_class(w, value))
		return value;
	/* 2.7: int() of what is too large is a long. */
	if (class == type_object(T_INT) && obj_class(w, value) == type_object(T_LONG))
		return value;
	if (type_is_gc(w, class, obj_kind(w, value)))
		gc_count_new(w, FREE_NONE);
	o = instance_new(w, class);
	if (obj_kind(w, value) == KIND_FLOAT)
		float_fill(w, o, float_value(w, value));
	else if (int_fits(w, value))
		int_fill(w, o, int_value(w, value));
	else
		raise_error(w, T_OVERFLOW_ERROR, "int too large for a subclass");
	drop(w, value, NULL);
	return reg(w, REG_EXCEPTION) ? 0 : o;
}

static bool wants_long(obj_id class)
{
	return class == type_object(T_LONG);
}

static obj_id bad_literal(struct world *w, const struct args *a, obj_id o, int64_t base)
{
	struct strbuf text = STRBUF_INIT;

	repr_text(w, o, &text);
	raise_error(w, T_VALUE_ERROR, "invalid literal for %s() with base %d: %.200s",
		wants_long(a->self) ? "long" : "int", (int)base, text.text);
	strbuf_free(&text);
	return 0;
}

static obj_id int_of_text(struct world *w, const struct args *a, obj_id o, int64_t base)
{
	obj_id value = int_parse(
		w, text_bytes(w, o), obj_n(w, o), (int)base, wants_long(a->self));

	return value ? in_class(w, a->self, value) : bad_literal(w, a, o, base);
}

static obj_id not_a_number(struct world *w, const struct args *a, obj_id o)
{
	if (obj_kind(w, o) == KIND_COMPLEX && !py_at_least(w->dialect->version, 3, 10))
		return raise_error(w, T_TYPE_ERROR, "can't convert complex to %s",
			wants_long(a->self) ? "long" : "int");
	return raise_error(w, T_TYPE_ERROR,
		"%s() argument must be a string%s number, not '%s'",
		wants_long(a->self) ? "long" : "int",
		is_two(w) ? " or a"
			: py_at_least(w->dialect->version, 3, 10)
			? ", a bytes-like object or a real"
			: ", a bytes-like object or a",
		type_name_of(w, o));
}

/* A value of the exact type, from any number. */
static obj_id int_of_number(struct world *w, const struct args *a, obj_id o)
{
	struct number_error e = {0};
	obj_id value;

	if (obj_kind(w, o) == KIND_FLOAT) {
		value = int_from_double(w, float_value(w, o), &e);
		return value ? in_class(w, a->self, value) : raised(w, &e);
	}
	if (wants_long(a->self) && int_fits(w, o))
		return int_new_class(w, a->self, int_value(w, o));
	if (int_fits(w, o))
		return in_class(w, a->self, int_new(w, int_value(w, o)));
	hold(w, o);
	return o;
}

/* int(x), int(text, base); SELF: the class. */
static bool int_arguments(
	struct world *w, const struct args *a, obj_id *o, obj_id *base)
{
	static const char *const old[] = {"x", "base", NULL},
				 *const new[] = {"base", NULL};
	uint32_t n = args_positional(w, a);

	*o = n ? arg(w, a, 0) : args_keyword(w, a, "x");
	*base = n > 1 ? arg(w, a, 1) : args_keyword(w, a, "base");
	if (a->count > 2)
		raise_error(w, T_TYPE_ERROR,
			py_at_least(w->dialect->version, 3, 13)
				? "int expected at most 2 arguments, got %u"
				: "int() takes at most 2 arguments (%u given)",
			a->count);
	else if (!args_known(w, a, "int",
			 py_at_least(w->dialect->version, 3, 7) ? new : old))
		return false;
	else if (*base && !*o)
		raise_error(w, T_TYPE_ERROR, "int() missing string argument");
	else
		return true;
	return false;
}

static obj_id int_with_base(
	struct world *w, const struct args *a, obj_id o, obj_id base)
{
	int64_t b;

	if (index_value(w, base, false, &b) != OUT_VALUE)
		return raise_error(w, T_TYPE_ERROR,
			is_two(w) ? "an integer is required"
				  : "'%s' object cannot be interpreted as an integer",
			type_name_of(w, base));
	if (b != 0 && (b < 2 || b > 36))
		return raise_error(
			w, T_VALUE_ERROR, "int() base must be >= 2 and <= 36, or 0");
	if (!is_text(w, o))
		return raise_error(w, T_TYPE_ERROR,
			"int() can't convert non-string with explicit base");
	return int_of_text(w, a, o, b);
}

/* __int__, or from 3.8 on __index__; 0: none. */
static obj_id int_method(const struct world *w, obj_id o)
{
	obj_id method = special(w, o, N_INT);

	if (!method && py_at_least(w->dialect->version, 3, 8))
		method = special(w, o, N_INDEX);
	return method;
}

obj_id core_int(struct world *w, const struct args *a)
{
	obj_id o, base;

	if (!int_arguments(w, a, &o, &base))
		return 0;
	if (!o)
		return wants_long(a->self) ? int_new_class(w, a->self, 0)
					   : in_class(w, a->self, int_new(w, 0));
	if (base)
		return int_with_base(w, a, o, base);
	o = unproxy(w, o);
	if (!o)
		return 0;
	if (int_method(w, o))
		return RESULT_STEP;
	if (is_text(w, o))
		return int_of_text(w, a, o, 10);
	if (is_int(w, o) || obj_kind(w, o) == KIND_FLOAT)
		return int_of_number(w, a, o);
	return not_a_number(w, a, o);
}

void core_int_step(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);
	obj_id o = arg(w, &a, 0), value = word(w, f + FRAME_RESULT);

	if (frame_state(w, f) == 0) {
		set_frame_state(w, f, 1);
		push_special(w, int_method(w, o), o, 0, 0, f + FRAME_RESULT);
		return;
	}
	set_word(w, f + FRAME_RESULT, 0);
	set_word(w, builtin_local(w, f, 0), value);
	if (!reg(w, REG_EXCEPTION) && !is_int(w, value))
		raise_error(w, T_TYPE_ERROR, "__int__ returned non-int (type %s)",
			type_name_of(w, value));
	builtin_return(w, reg(w, REG_EXCEPTION) ? 0 : int_of_number(w, &a, value));
}

obj_id core_long(struct world *w, const struct args *a)
{
	return core_int(w, a);
}

void core_long_step(struct world *w, uint32_t f)
{
	core_int_step(w, f);
}

/* float(x) */

/* 2.7 tells a bad number from none at all. */
static bool starts_number(const char *s)
{
	s += strspn(s, " \t\n\v\f\r");
	s += *s == '+' || *s == '-';
	s += *s == '.';
	return *s >= '0' && *s <= '9';
}

static obj_id float_of_text(struct world *w, obj_id class, obj_id o)
{
	struct strbuf text = STRBUF_INIT;
	double value;

	if (float_parse(text_bytes(w, o), obj_n(w, o), &value))
		return in_class(w, class, float_new(w, value));
	if (is_two(w) && starts_number(text_bytes(w, o)))
		return raise_error(w, T_VALUE_ERROR, "invalid literal for float(): %s",
			text_bytes(w, o));
	if (is_two(w) || (obj_n(w, o) == 0 && !py_at_least(w->dialect->version, 3, 8)))
		strbuf_puts(&text, text_bytes(w, o));
	else
		repr_text(w, o, &text);
	raise_error(
		w, T_VALUE_ERROR, "could not convert string to float: %s", text.text);
	strbuf_free(&text);
	return 0;
}

static obj_id not_a_float(struct world *w, obj_id o)
{
	if (obj_kind(w, o) == KIND_COMPLEX && !py_at_least(w->dialect->version, 3, 10))
		return raise_error(w, T_TYPE_ERROR, "can't convert complex to float");
	if (is_two(w))
		return raise_error(w, T_TYPE_ERROR,
			"float() argument must be a string or a number");
	return raise_error(w, T_TYPE_ERROR,
		"float() argument must be a string or a %snumber, not '%s'",
		py_at_least(w->dialect->version, 3, 10) ? "real " : "",
		type_name_of(w, o));
}

obj_id core_float(struct world *w, const struct args *a)
{
	struct number_error e = {0};
	obj_id o;
	double value;

	if (!few_arguments(w, a, "float"))
		return 0;
	if (a->count == 0)
		return in_class(w, a->self, float_new(w, 0));
	o = unproxy(w, arg(w, a, 0));
	if (!o)
		return 0;
	if (special(w, o, N_FLOAT))
		return RESULT_STEP;
	if (is_text(w, o))
		return float_of_text(w, a->self, o);
	if (!is_int(w, o) && obj_kind(w, o) != KIND_FLOAT)
		return not_a_float(w, o);
	if (obj_class(w, o) == a->self) {
		hold(w, o);
		return o;
	}
	if (!number_double(w, o, &value, &e))
		return raised(w, &e);
	return in_class(w, a->self, float_new(w, value));
}

void core_float_step(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);
	obj_id o = arg(w, &a, 0), value = word(w, f + FRAME_RESULT), result = 0;

	if (frame_state(w, f) == 0) {
		set_frame_state(w, f, 1);
		push_special(w, special(w, o, N_FLOAT), o, 0, 0, f + FRAME_RESULT);
		return;
	}
	set_word(w, f + FRAME_RESULT, 0);
	set_word(w, builtin_local(w, f, 0), value);
	if (!reg(w, REG_EXCEPTION) && obj_kind(w, value) != KIND_FLOAT)
		raise_error(w, T_TYPE_ERROR,
			is_two(w) ? "%s__float__ returned non-float (type %s)"
				  : "%s.__float__ returned non-float (type %s)",
			is_two(w) ? "" : type_name_of(w, o), type_name_of(w, value));
	if (!reg(w, REG_EXCEPTION))
		result = in_class(w, a.self, float_new(w, float_value(w, value)));
	builtin_return(w, result);
}

/* abs */
obj_id core_abs(struct world *w, const struct args *a)
{
	obj_id o = arg(w, a, 0), method = special(w, o, N_ABS), result;
	struct number_error e = {0};

	if (method) {
		push_special(w, method, o, 0, 0, a->dst);
		return RESULT_PUSHED;
	}
	if (!is_number(w, o))
		return raise_error(w, T_TYPE_ERROR, "bad operand type for abs(): '%s'",
			type_name_of(w, o));
	result = number_abs(w, o, &e);
	return result ? result : raised(w, &e);
}

/* bin, oct, hex */

static obj_id no_digits(struct world *w, const char *name, obj_id o)
{
	if (!is_two(w))
		return raise_error(w, T_TYPE_ERROR,
			"'%s' object cannot be interpreted as an integer",
			type_name_of(w, o));
	if (name[0] == 'b')
		return raise_error(w, T_TYPE_ERROR,
			"'%s' object cannot be interpreted as an index",
			type_name_of(w, o));
	return raise_error(
		w, T_TYPE_ERROR, "%s() argument can't be converted to %s", name, name);
}

static obj_id based(struct world *w, const struct args *a, const char *name, int base,
	const char *prefix)
{
	struct strbuf digits = STRBUF_INIT, out = STRBUF_INIT;
	obj_id o = arg(w, a, 0), result;
	bool negative;

	if (!is_int(w, o))
		return no_digits(w, name, o);
	negative = int_sign(w, o) < 0;
	int_digits(w, o, base, &digits);
	strbuf_puts(&out, negative ? "-" : "");
	strbuf_puts(&out, prefix);
	if (!(prefix[1] == 0 && prefix[0] && int_sign(w, o) == 0))
		strbuf_puts(&out, digits.text + negative);
	if (is_long(w, o) && is_two(w) && base != 2)
		strbuf_putc(&out, 'L');
	result = native_new(w, out.text, out.length);
	strbuf_free(&digits);
	strbuf_free(&out);
	return result;
}

obj_id core_bin(struct world *w, const struct args *a)
{
	return based(w, a, "bin", 2, "0b");
}

obj_id core_oct(struct world *w, const struct args *a)
{
	return based(w, a, "oct", 8, is_two(w) ? "0" : "0o");
}

obj_id core_hex(struct world *w, const struct args *a)
{
	return based(w, a, "hex", 16, "0x");
}

/* chr, unichr, ord */

static bool character_number(struct world *w, obj_id o, int64_t *n)
{
	bool modern = py_at_least(w->dialect->version, 3, 10);

	if (!is_int(w, o)) {
		if (modern)
			raise_error(w, T_TYPE_ERROR,
				"'%s' object cannot be interpreted as an integer",
				type_name_of(w, o));
		else if (obj_kind(w, o) == KIND_FLOAT)
			raise_error(w, T_TYPE_ERROR,
				"integer argument expected, got float");
		else
			raise_error(w, T_TYPE_ERROR,
				is_two(w) ? "an integer is required"
					  : "an integer is required (got type %s)",
				type_name_of(w, o));
		return false;
	}
	*n = int_fits(w, o) ? int_value(w, o) : -1;
	if (int_fits(w, o) || py_at_least(w->dialect->version, 3, 13))
		return true;
	raise_error(w, T_OVERFLOW_ERROR, "Python int too large to convert to C %s",
		py_at_least(w->dialect->version, 3, 8) ? "int" : "long");
	return false;
}

static obj_id character(struct world *w, int64_t n)
{
	struct strbuf out = STRBUF_INIT;
	obj_id o;

	strbuf_put_utf8(&out, (uint32_t)n);
	o = text_new(w, out.text, out.length);
	strbuf_free(&out);
	return o;
}

obj_id core_chr(struct world *w, const struct args *a)
{
	int64_t n;
	char c;

	if (!character_number(w, arg(w, a, 0), &n))
		return 0;
	if (!is_two(w)) {
		if (n < 0 || n > 0x10ffff)
			return raise_error(
				w, T_VALUE_ERROR, "chr() arg not in range(0x110000)");
		return character(w, n);
	}
	if (n < 0 || n > 255)
		return raise_error(w, T_VALUE_ERROR, "chr() arg not in range(256)");
	c = (char)n;
	return bytes_new(w, &c, 1);
}

obj_id core_unichr(struct world *w, const struct args *a)
{
	int64_t n;

	if (!character_number(w, arg(w, a, 0), &n))
		return 0;
	if (n < 0 || n > 0x10ffff)
		return raise_error(w, T_VALUE_ERROR,
			"unichr() arg not in range(0x110000) (wide Python build)");
	return character(w, n);
}

obj_id core_ord(struct world *w, const struct args *a)
{
	obj_id o = arg(w, a, 0);
	const char *p;

	if (!is_text(w, o))
		return raise_error(w, T_TYPE_ERROR,
			"ord() expected string of length 1, but %s found",
			type_name_of(w, o));
	if (text_length(w, o) != 1)
		return raise_error(w, T_TYPE_ERROR,
			"ord() expected a character, but string of length %u found",
			text_length(w, o));
	p = text_bytes(w, o);
	if (obj_kind(w, o) == KIND_BYTES)
		return int_new(w, (unsigned char)*p);
	return int_new(w, text_decode(&p, p + obj_n(w, o)));
}

/* divmod, pow */

obj_id core_divmod(struct world *w, const struct args *a)
{
	obj_id result = 0;
	enum outcome outcome = binary_any(
		w, BINARY_DIVMOD, arg(w, a, 0), arg(w, a, 1), a->dst, &result);

	return outcome_result(outcome, result);
}

static obj_id power_modulo(struct world *w, obj_id x, obj_id y, obj_id z)
{
	struct number_error e = {0};
	obj_id result;

	if (is_int(w, x) && is_int(w, y) && is_int(w, z)) {
		result = number_power_modulo(w, x, y, z, &e);
		return result ? result : raised(w, &e);
	}
	if (is_number(w, x) && is_number(w, y) && is_number(w, z))
		return raise_error(w, T_TYPE_ERROR,
			"pow() 3rd argument not allowed unless all arguments are integers");
	return raise_error(w, T_TYPE_ERROR,
		"unsupported operand type(s) for %spow(): '%s', '%s', '%s'",
		py_at_least(w->dialect->version, 3, 10) ? "** or " : "",
		type_name_of(w, x), type_name_of(w, y), type_name_of(w, z));
}

static bool pow_arguments(struct world *w, const struct args *a, obj_id v[3])
{
	static const char *const names[] = {"base", "exp", "mod", NULL};
	uint32_t n = args_positional(w, a);
	bool keywords = py_at_least(w->dialect->version, 3, 8);

	for (uint32_t i = 0; i < 3; i++)
		v[i] = i < n ? arg(w, a, i) : args_keyword(w, a, names[i]);
	if (!keywords && a->names)
		raise_error(w, T_TYPE_ERROR, "pow() takes no keyword arguments");
	else if (a->count > 3)
		raise_error(w, T_TYPE_ERROR,
			keywords ? "pow() takes at most 3 arguments (%u given)"
				 : "pow expected at most 3 arguments, got %u",
			a->count);
	else if (!keywords && n < 2)
		raise_error(w, T_TYPE_ERROR,
			"pow expected at least 2 arguments, got %u", n);
	else if (!v[0] || !v[1])
		raise_error(w, T_TYPE_ERROR,
			"pow() missing required argument '%s' (pos %d)",
			names[v[0] ? 1 : 0], v[0] ? 2 : 1);
	else
		return args_known(w, a, "pow", names);
	return false;
}

obj_id core_pow(struct world *w, const struct args *a)
{
	obj_id v[3], result = 0;

	if (!pow_arguments(w, a, v))
		return 0;
	if (v[2] && v[2] != OBJ_NONE)
		return power_modulo(w, v[0], v[1], v[2]);
	enum outcome outcome = binary_any(w, BINARY_POWER, v[0], v[1], a->dst, &result);

	return outcome_result(outcome, result);
}
