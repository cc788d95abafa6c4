#include "format.h"

#include <limits.h>
#include <math.h>
#include <string.h>

#include "dialect.h"
#include "lookup.h"

/* Format specs: Python/formatter_unicode.c (2.7: Objects/stringlib/formatter.h). */

struct spec {
	uint32_t fill;
	char align; /* 0: the default of the type */
	char sign;
	bool no_negative_zero; /* z, 3.11 */
	bool alternate;
	bool fill_given;
	int width, precision;
	char group;
	uint32_t type; /* 0: none given */
};

struct target {
	const struct world *w;
	const char *type_name;
	struct strbuf *out;
	struct format_error *e;
};

static bool is_old(const struct world *w)
{
	return w->dialect->version.major == 2;
}

static bool since(const struct world *w, int minor)
{
	return !is_old(w) && w->dialect->version.minor >= minor;
}

static bool is_align(uint32_t c)
{
	return c == '<' || c == '>' || c == '=' || c == '^';
}

static bool fail(const struct target *t, const char *message)
{
	return format_fail(t->e, T_VALUE_ERROR, "%s", message);
}

/* Digits at *p; false: too many.  *value stays when there are none. */
static bool read_int(
	const struct target *t, const char **p, const char *end, int *value)
{
	int64_t n = 0;

	if (*p == end || **p < '0' || **p > '9')
		return true;
	for (; *p < end && **p >= '0' && **p <= '9'; ++*p) {
		n = n * 10 + (**p - '0');
		if (n > INT_MAX)
			return fail(t, "Too many decimal digits in format string");
	}
	*value = (int)n;
	return true;
}

static bool accept(const char **p, const char *end, char c)
{
	if (*p == end || **p != c)
		return false;
	++*p;
	return true;
}

static void read_align(const char **p, const char *end, struct spec *s)
{
	const char *next = *p;
	uint32_t fill;

	if (next == end)
		return;
	fill = text_decode(&next, end);
	if (next < end && is_align((unsigned char)*next)) {
		s->fill = fill;
		s->fill_given = true;
		s->align = *next;
		*p = next + 1;
	} else if (is_align(fill)) {
		s->align = (char)fill;
		*p = next;
	}
}

static bool invalid(const struct target *t, const char *spec, size_t length)
{
	if (is_old(t->w))
		return fail(t, "Invalid conversion specification");
	if (!since(t->w, 11))
		return fail(t, "Invalid format specifier");
	return format_fail(t->e, T_VALUE_ERROR,
		"Invalid format specifier '%.*s' for object of type '%s'", (int)length,
		spec, t->type_name);
}

static bool cannot_group(const struct target *t, const struct spec *s)
{
	return format_fail(t->e, T_VALUE_ERROR, "Cannot specify '%c' with '%c'.",
		s->group, (char)s->type);
}

static bool read_group(
	const struct target *t, const char **p, const char *end, struct spec *s)
{
	if (accept(p, end, ','))
		s->group = ',';
	if (is_old(t->w))
		return true;
	if (accept(p, end, '_')) {
		if (s->group)
			return fail(t, "Cannot specify both ',' and '_'.");
		s->group = '_';
	}
	if (s->group == '_' && *p < end && **p == ',')
		return fail(t, "Cannot specify both ',' and '_'.");
	return true;
}

static bool check_group(const struct target *t, struct spec *s)
{
	switch (s->type) {
	case 'd':
	case 'e':
	case 'f':
	case 'g':
	case 'E':
	case 'G':
	case '%':
	case 'F':
	case 0:
		return true;
	case 'b':
	case 'o':
	case 'x':
	case 'X':
		return s->group == '_' || cannot_group(t, s);
	default:
		return cannot_group(t, s);
	}
}

static bool read_spec(const struct target *t, const char *p, size_t length, char align,
	uint32_t type, struct spec *s)
{
	const char *start = p;
	const char *end = p + length;
	bool zero_aligns = type != 's' || !since(t->w, 10);

	*s = (struct spec){.fill = ' ',
		.align = 0,
		.width = FORMAT_NONE,
		.precision = FORMAT_NONE,
		.type = type};
	read_align(&p, end, s);
	if (p < end && (*p == '+' || *p == '-' || *p == ' '))
		s->sign = *p++;
	s->no_negative_zero = since(t->w, 11) && accept(&p, end, 'z');
	s->alternate = accept(&p, end, '#');
	if (!s->fill_given && accept(&p, end, '0')) {
		s->fill = '0';
		if (!s->align && zero_aligns)
			s->align = '=';
	}
	if (!read_int(t, &p, end, &s->width) || !read_group(t, &p, end, s))
		return false;
	if (accept(&p, end, '.')) {
		if (!read_int(t, &p, end, &s->precision))
			return false;
		if (s->precision == FORMAT_NONE)
			return fail(t, "Format specifier missing precision");
	}
	if (p < end)
		s->type = text_decode(&p, end);
	if (p < end)
		return invalid(t, start, length);
	if (!s->align)
		s->align = align;
	return !s->group || check_group(t, s);
}

static bool unknown_code(const struct target *t, uint32_t type)
{
	if (type > 32 && type < 128)
		return format_fail(t->e, T_VALUE_ERROR,
			"Unknown format code '%c' for object of type '%s'", (char)type,
			t->type_name);
	return format_fail(t->e, T_VALUE_ERROR,
		"Unknown format code '\\x%x' for object of type '%s'", type,
		t->type_name);
}

static struct layout layout_of(const struct spec *s)
{
	return (struct layout){.width = s->width,
		.fill = s->fill,
		.align = s->align,
		.sign = s->sign == '-' ? 0 : s->sign,
		.group = s->group,
		.group_size = 3};
}

/* str. */

static bool format_str(const struct target *t, obj_id value, const struct spec *s)
{
	const char *text = text_bytes(t->w, value);
	const char *p = text;
	const char *end = text + obj_n(t->w, value);
	struct layout l = layout_of(s);
	int n = 0;

	if (s->type != 's')
		return unknown_code(t, s->type);
	if (s->sign == ' ' && since(t->w, 9))
		return fail(t, "Space not allowed in string format specifier");
	if (s->sign)
		return fail(t, "Sign not allowed in string format specifier");
	if (s->no_negative_zero)
		return fail(t,
			"Negative zero coercion (z) not allowed in string format "
			"specifier");
	if (s->alternate)
		return fail(
			t, "Alternate form (#) not allowed in string format specifier");
	if (s->align == '=')
		return fail(t, "'=' alignment not allowed in string format specifier");
	for (; p < end && (s->precision < 0 || n < s->precision); n++) {
		if (obj_kind(t->w, value) == KIND_BYTES)
			p++;
		else
			text_decode(&p, end);
	}
	/* The layout counts bytes. */
	if (l.width > 0)
		l.width += (int)(p - text) - n;
	format_layout(&l, false, "", text, (size_t)(p - text), 0, t->out);
	return true;
}

/* float. */

static bool is_zero_text(const char *digits)
{
	return !digits[strspn(digits, "0.")] || digits[strspn(digits, "0.")] == 'e' ||
		digits[strspn(digits, "0.")] == '%';
}

static size_t leading_digits(const char *text)
{
	return strspn(text, "0123456789");
}

static void put_float(const struct target *t, double value, const struct spec *s)
{
	struct layout l = layout_of(s);
	struct strbuf digits = STRBUF_INIT;
	bool negative = signbit(value) && !isnan(value);
	int precision = s->precision;
	char type = (char)s->type;

	if (type == '%')
		value *= 100;
	if (type == 0 && precision < 0 && !is_old(t->w))
		format_double(value, 'r', 0, s->alternate, true, &digits);
	else if (type == 0)
		format_double(value, 'g', precision < 0 ? 12 : precision, s->alternate,
			true, &digits);
	else
		format_double(value, type, precision < 0 ? 6 : precision, s->alternate,
			false, &digits);
	if (type == '%')
		strbuf_putc(&digits, '%');
	if (s->no_negative_zero && negative && is_zero_text(digits.text))
		negative = false;
	format_layout(&l, negative, "", digits.text, digits.length,
		leading_digits(digits.text), t->out);
	strbuf_free(&digits);
}

static bool format_float(const struct target *t, double value, const struct spec *s)
{
	switch (s->type) {
	case 0:
	case 'e':
	case 'E':
	case 'f':
	case 'F':
	case 'g':
	case 'G':
	case 'n':
	case '%':
		if (s->alternate && is_old(t->w))
			return fail(t,
				"Alternate form (#) not allowed in float format "
				"specifier");
		put_float(t, value, s);
		return true;
	default:
		return unknown_code(t, s->type);
	}
}

/* int. */

static bool format_char(const struct target *t, obj_id value, const struct spec *s)
{
	int limit = is_old(t->w) ? 0x100 : 0x110000;
	struct strbuf one = STRBUF_INIT;
	struct layout l = layout_of(s);

	if (s->sign)
		return fail(t, "Sign not allowed with integer format specifier 'c'");
	if (s->alternate && !is_old(t->w))
		return fail(t,
			"Alternate form (#) not allowed with integer format specifier "
			"'c'");
	if (!int_fits(t->w, value))
		return format_fail(t->e, T_OVERFLOW_ERROR,
			is_old(t->w) ? "long int too large to convert to int"
				     : "Python int too large to convert to C long");
	if (int_value(t->w, value) < 0 || int_value(t->w, value) >= limit)
		return format_fail(
			t->e, T_OVERFLOW_ERROR, "%%c arg not in range(0x%x)", limit);
	if (is_old(t->w))
		strbuf_putc(&one, (char)int_value(t->w, value));
	else
		strbuf_put_utf8(&one, (uint32_t)int_value(t->w, value));
	if (l.width > 0)
		l.width += (int)one.length - 1;
	format_layout(&l, false, "", one.text, one.length, 0, t->out);
	strbuf_free(&one);
	return true;
}

static const char *prefix_of(const struct spec *s)
{
	if (!s->alternate)
		return "";
	return s->type == 'b'    ? "0b"
		: s->type == 'o' ? "0o"
		: s->type == 'x' ? "0x"
		: s->type == 'X' ? "0X"
				 : "";
}

static void put_int(const struct target *t, obj_id value, const struct spec *s)
{
	struct layout l = layout_of(s);
	struct strbuf digits = STRBUF_INIT;
	int base = s->type == 'b'         ? 2
		: s->type == 'o'          ? 8
		: (s->type | 0x20) == 'x' ? 16
					  : 10;
	bool negative = int_sign(t->w, value) < 0;

	int_digits(t->w, value, base, &digits);
	for (size_t i = 0; i < digits.length && s->type == 'X'; i++) {
		if (digits.text[i] >= 'a')
			digits.text[i] -= 'a' - 'A';
	}
	l.group_size = base == 10 ? 3 : 4;
	format_layout(&l, negative, prefix_of(s), digits.text + negative,
		digits.length - negative, digits.length - negative, t->out);
	strbuf_free(&digits);
}

static bool format_int(const struct target *t, obj_id value, const struct spec *s)
{
	struct number_error error;
	double x;

	switch (s->type) {
	case 'b':
	case 'c':
	case 'd':
	case 'o':
	case 'x':
	case 'X':
	case 'n':
	case 0:
		if (s->precision >= 0)
			return fail(
				t, "Precision not allowed in integer format specifier");
		if (s->no_negative_zero)
			return fail(t,
				"Negative zero coercion (z) not allowed in integer "
				"format specifier");
		if (s->type == 'c')
			return format_char(t, value, s);
		put_int(t, value, s);
		return true;
	case 'e':
	case 'E':
	case 'f':
	case 'F':
	case 'g':
	case 'G':
	case '%':
		if (!number_double(t->w, value, &x, &error))
			return format_fail(t->e, error.type, "%s", error.message);
		return format_float(t, x, s);
	default:
		return unknown_code(t, s->type);
	}
}

bool format_with_spec(const struct world *w, obj_id value, const char *spec,
	size_t length, struct strbuf *out, struct format_error *e)
{
	struct target t = {w, type_name_of(w, value), out, e};
	struct spec s;

	e->type = 0;
	if (length == 0 && is_number(w, value)) {
		number_str(w, value, out);
		return true;
	}
	if (is_text(w, value))
		return read_spec(&t, spec, length, '<', 's', &s) &&
			format_str(&t, value, &s);
	if (!read_spec(&t, spec, length, '>', 0, &s))
		return false;
	if (obj_kind(w, value) == KIND_FLOAT)
		return format_float(&t, float_value(w, value), &s);
	return format_int(&t, value, &s);
}
