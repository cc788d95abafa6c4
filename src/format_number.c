#include "format.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bigint.h"
#include "dialect.h"
#include "lookup.h"
#include "xalloc.h"

/* What % and format specs share: digits, and where they go. */

static void put_fill(struct strbuf *out, uint32_t fill, int count)
{
	while (count-- > 0)
		strbuf_put_utf8(out, fill);
}

/* The width of COUNT digits with separators between groups. */
static int grouped_width(int count, int size)
{
	return count ? count + (count - 1) / size : 0;
}

/* Puts ZEROS zeros and COUNT digits as one number, grouped. */
static void put_grouped(const struct layout *l, int zeros, const char *digits,
	int count, struct strbuf *out)
{
	int total = zeros + count;

	for (int i = 0; i < total; i++) {
		if (l->group && i > 0 && (total - i) % l->group_size == 0)
			strbuf_putc(out, l->group);
		strbuf_putc(out, i < zeros ? '0' : digits[i - zeros]);
	}
}

void format_layout(const struct layout *l, bool negative, const char *prefix,
	const char *digits, size_t length, size_t whole, struct strbuf *out)
{
	char sign = negative ? '-' : l->sign;
	int count = (int)whole;
	int zeros = 0;
	int body = l->group ? grouped_width(count, l->group_size) : count;
	int rest = (sign != 0) + (int)strlen(prefix) + (int)(length - whole);
	int padding, before;

	if (l->group && l->align == '=' && l->fill == '0') {
		while (grouped_width(count + zeros, l->group_size) + rest < l->width)
			zeros++;
		body = grouped_width(count + zeros, l->group_size);
	}
	padding = l->width > body + rest ? l->width - body - rest : 0;
	before = l->align == '>' ? padding : l->align == '^' ? padding / 2 : 0;
	put_fill(out, l->fill, before);
	if (sign)
		strbuf_putc(out, sign);
	strbuf_puts(out, prefix);
	put_fill(out, l->fill, l->align == '=' ? padding : 0);
	put_grouped(l, zeros, digits, count, out);
	strbuf_add(out, digits + whole, length - whole);
	put_fill(out, l->fill, l->align == '=' ? 0 : padding - before);
}

static void put_lower(struct strbuf *out, const char *text, bool upper)
{
	for (; *text; text++)
		strbuf_putc(out,
			upper && *text >= 'a' && *text <= 'z' ? *text - 32 : *text);
}

void format_double(double value, char type, int precision, bool alternate,
	bool point_zero, struct strbuf *out)
{
	bool upper = type >= 'A' && type <= 'Z';
	char format[8];
	int length;
	char *text;

	if (!isfinite(value)) {
		put_lower(out, isnan(value) ? "nan" : "inf", upper);
		return;
	}
	value = fabs(value);
	if (type == 'r' || (point_zero && !alternate && precision < FLOAT_DIGITS)) {
		float_general(value,
			type == 'r'         ? 0
				: precision ? precision
					    : 1,
			point_zero, out);
		return;
	}
	snprintf(format, sizeof(format), "%%%s.*%c", alternate ? "#" : "",
		type == 'n'           ? 'g'
			: type == '%' ? 'f'
				      : type);
	length = snprintf(NULL, 0, format, precision, value);
	text = xmalloc((size_t)length + 1);
	snprintf(text, (size_t)length + 1, format, precision, value);
	strbuf_add(out, text, (size_t)length);
	free(text);
}

/* The % conversions. */

static struct layout layout_of(const struct format_spec *s)
{
	return (struct layout){
		.width = s->width,
		.fill = s->zero && !s->left ? '0' : ' ',
		.align = s->left  ? '<'
			: s->zero ? '='
				  : '>',
		.sign = s->sign    ? '+'
			: s->blank ? ' '
				   : 0,
	};
}

static bool old(const struct world *w)
{
	return w->dialect->version.major == 2;
}

/* DIGITS as they will be printed.  C's "%#o", which 2.7 uses, only makes the first
 * one a 0. */
static const char *prefix_of(
	const struct world *w, const struct format_spec *s, const char *digits)
{
	if (!s->alternate)
		return "";
	switch (s->conversion) {
	case 'x':
		return "0x";
	case 'X':
		return "0X";
	case 'o':
		return !old(w) ? "0o" : *digits == '0' ? "" : "0";
	default:
		return "";
	}
}

/* DIGITS may begin with a minus. */
static void put_digits(const struct world *w, const struct format_spec *s,
	const char *digits, struct strbuf *out)
{
	struct strbuf all = STRBUF_INIT;
	struct layout l = layout_of(s);
	bool negative = *digits == '-';

	digits += negative;
	for (int i = (int)strlen(digits); i < s->precision; i++)
		strbuf_putc(&all, '0');
	put_lower(&all, digits, s->conversion == 'X');
	format_layout(&l, negative, prefix_of(w, s, all.text), all.text, all.length,
		all.length, out);
	strbuf_free(&all);
}

static int base_of(const struct format_spec *s)
{
	return s->conversion == 'o' ? 8 : (s->conversion | 0x20) == 'x' ? 16 : 10;
}

/* C's printf, which 2.7 uses, prints no digit for "%.0d" of 0. */
static bool is_nothing(const struct world *w, const struct format_spec *s, int sign)
{
	return old(w) && !sign && s->precision == 0;
}

static void put_int(const struct world *w, const struct format_spec *s, obj_id value,
	struct strbuf *out)
{
	struct strbuf digits = STRBUF_INIT;

	if (!is_nothing(w, s, int_sign(w, value)) || is_long(w, value))
		int_digits(w, value, base_of(s), &digits);
	put_digits(w, s, digits.text, out);
	strbuf_free(&digits);
}

static void put_truncated(const struct world *w, const struct format_spec *s,
	double value, struct strbuf *out)
{
	mpz_t z;
	char *digits;

	mpz_init_set_d(z, value);
	digits = mpz_get_str(NULL, base_of(s), z);
	put_digits(w, s, is_nothing(w, s, mpz_sgn(z)) ? "" : digits, out);
	free(digits);
	mpz_clear(z);
}

/* What %d says of a value that is no number. */
static bool not_a_number(const struct world *w, const struct format_spec *s,
	obj_id value, struct format_error *e)
{
	char c = (char)s->conversion;
	bool strict = c == 'x' || c == 'X' || c == 'o';

	if (old(w))
		return format_fail(e, T_TYPE_ERROR,
			"%%%c format: a number is required, not %s", c == 'i' ? 'd' : c,
			type_name_of(w, value));
	return format_fail(e, T_TYPE_ERROR, "%%%c format: %s is required, not %s", c,
		strict                                    ? "an integer"
			: w->dialect->version.minor >= 10 ? "a real number"
							  : "a number",
		type_name_of(w, value));
}

static bool convert_int(const struct world *w, const struct format_spec *s,
	obj_id value, struct strbuf *out, struct format_error *e)
{
	bool strict =
		s->conversion == 'x' || s->conversion == 'X' || s->conversion == 'o';
	double x;

	if (is_int(w, value)) {
		put_int(w, s, value, out);
		return true;
	}
	if (obj_kind(w, value) != KIND_FLOAT || (strict && !old(w)))
		return not_a_number(w, s, value, e);
	x = float_value(w, value);
	if (isfinite(x)) {
		put_truncated(w, s, x, out);
		return true;
	}
	if (old(w))
		return not_a_number(w, s, value, e);
	if (isnan(x))
		return format_fail(
			e, T_VALUE_ERROR, "cannot convert float NaN to integer");
	return format_fail(
		e, T_OVERFLOW_ERROR, "cannot convert float infinity to integer");
}

static bool convert_float(const struct world *w, const struct format_spec *s,
	obj_id value, struct strbuf *out, struct format_error *e)
{
	struct layout l = layout_of(s);
	struct strbuf digits = STRBUF_INIT;
	struct number_error error;
	double x;

	if (!is_int(w, value) && obj_kind(w, value) != KIND_FLOAT)
		return format_fail(e, T_TYPE_ERROR,
			old(w) ? "float argument required, not %s"
			       : "must be real number, not %s",
			type_name_of(w, value));
	if (!number_double(w, value, &x, &error)) {
		if (old(w))
			return format_fail(
				e, T_TYPE_ERROR, "float argument required, not long");
		return format_fail(e, error.type, "%s", error.message);
	}
	format_double(x, (char)s->conversion, s->precision < 0 ? 6 : s->precision,
		s->alternate, false, &digits);
	format_layout(&l, signbit(x) && !isnan(x), "", digits.text, digits.length,
		digits.length, out);
	strbuf_free(&digits);
	return true;
}

static bool put_char(
	const struct format_spec *s, uint32_t c, bool bytes, struct strbuf *out)
{
	struct format_spec plain = *s;
	struct strbuf one = STRBUF_INIT;

	plain.precision = FORMAT_NONE;
	if (bytes)
		strbuf_putc(&one, (char)c);
	else
		strbuf_put_utf8(&one, c);
	format_text(&plain, one.text, one.length, bytes ? KIND_BYTES : KIND_STR, out);
	strbuf_free(&one);
	return true;
}

static bool int_char(const struct world *w, const struct format_spec *s, obj_id value,
	bool bytes, struct strbuf *out, struct format_error *e)
{
	int64_t c = int_fits(w, value) ? int_value(w, value) : INT64_MAX;

	if (!int_fits(w, value) && old(w))
		return format_fail(e, T_OVERFLOW_ERROR,
			"Python int too large to convert to C long");
	if (!int_fits(w, value) && !bytes && w->dialect->version.minor < 10)
		return format_fail(e, T_TYPE_ERROR, "%%c requires int or char");
	if (bytes && old(w) && (c < 0 || c > 255))
		return format_fail(e, T_OVERFLOW_ERROR,
			c < 0 ? "unsigned byte integer is less than minimum"
			      : "unsigned byte integer is greater than maximum");
	if (bytes && (c < 0 || c > 255))
		return format_fail(e, T_OVERFLOW_ERROR, "%%c arg not in range(256)");
	if (c < 0 || c > 0x10ffff)
		return format_fail(
			e, T_OVERFLOW_ERROR, "%%c arg not in range(0x110000)");
	return put_char(s, (uint32_t)c, bytes, out);
}

static bool convert_char(const struct world *w, const struct format_spec *s,
	obj_id value, bool bytes, struct strbuf *out, struct format_error *e)
{
	if (is_int(w, value))
		return int_char(w, s, value, bytes, out, e);
	if (is_text(w, value) && text_length(w, value) == 1 &&
		(old(w) || (obj_kind(w, value) == KIND_BYTES) == bytes)) {
		const char *p = text_bytes(w, value);

		return put_char(s,
			bytes ? (unsigned char)*p
			      : text_decode(&p, p + obj_n(w, value)),
			bytes, out);
	}
	if (bytes && old(w) && obj_kind(w, value) == KIND_FLOAT)
		return format_fail(
			e, T_TYPE_ERROR, "integer argument expected, got float");
	if (bytes && old(w) && !is_text(w, value))
		return format_fail(e, T_TYPE_ERROR, "an integer is required");
	return format_fail(e, T_TYPE_ERROR,
		bytes && !old(w)
			? "%%c requires an integer in range(256) or a single byte"
			: "%%c requires int or char");
}

static bool unsupported(const struct format_spec *s, struct format_error *e)
{
	uint32_t c = s->conversion;

	return format_fail(e, T_VALUE_ERROR,
		"unsupported format character '%c' (0x%x) at index %u",
		c >= 31 && c <= '~' ? (int)c : '?', c, s->index);
}

bool format_value(const struct world *w, const struct format_spec *s, obj_id value,
	bool bytes, struct strbuf *out, struct format_error *e)
{
	e->type = 0;
	switch (s->conversion) {
	case 'd':
	case 'i':
	case 'u':
	case 'x':
	case 'X':
	case 'o':
		return convert_int(w, s, value, out, e);
	case 'e':
	case 'E':
	case 'f':
	case 'F':
	case 'g':
	case 'G':
		return convert_float(w, s, value, out, e);
	case 'c':
		return convert_char(w, s, value, bytes, out, e);
	case '%':
		if (old(w)) {
			format_text(s, "%", 1, KIND_BYTES, out);
			return true;
		}
		return unsupported(s, e);
	default:
		return unsupported(s, e);
	}
}
