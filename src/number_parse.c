#include "number.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "bigint.h"
#include "dialect.h"
#include "xalloc.h"

/* int() and float() of a text: Objects/longobject.c, PyLong_FromString;
 * Python/pystrtod.c, _PyOS_ascii_strtod.  ASCII spaces and digits only. */

static bool is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Drops the spaces around; *length may become 0. */
static const char *strip(const char *text, size_t *length)
{
	while (*length && is_space(text[0])) {
		text++;
		--*length;
	}
	while (*length && is_space(text[*length - 1]))
		--*length;
	return text;
}

static int digit_value(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'z')
		return c - 'a' + 10;
	if (c >= 'A' && c <= 'Z')
		return c - 'A' + 10;
	return 99;
}

/* The base that a prefix 0x, 0o, 0b names; 0: there is none. */
static int prefix_base(const char *text, size_t length)
{
	if (length < 2 || text[0] != '0')
		return 0;
	switch (text[1] | 0x20) {
	case 'x':
		return 16;
	case 'o':
		return 8;
	case 'b':
		return 2;
	default:
		return 0;
	}
}

static bool is_all_zero(const char *text, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		if (text[i] != '0' && text[i] != '_')
			return false;
	}
	return true;
}

/* Copies digits of BASE to OUT, without the underscores between them (3.6).
 * Returns how many, or 0: something else is there. */
static size_t copy_digits(
	const char *text, size_t length, int base, bool underscores, char *out)
{
	size_t n = 0;

	for (size_t i = 0; i < length; i++) {
		if (text[i] == '_' && underscores && i > 0 && text[i - 1] != '_' &&
			i + 1 < length)
			continue;
		if (digit_value(text[i]) >= base)
			return 0;
		out[n++] = text[i];
	}
	out[n] = '\0';
	return n;
}

struct literal {
	const char *digits;
	size_t length;
	int base;
	bool negative;
	bool after_prefix;
};

static bool split_literal(const struct world *w, const char *text, size_t length,
	int base, bool as_long, struct literal *l)
{
	bool old = w->dialect->version.major == 2;
	int prefix;

	text = strip(text, &length);
	*l = (struct literal){.base = base};
	if (length && (*text == '+' || *text == '-')) {
		l->negative = *text == '-';
		text++;
		length--;
		if (old)
			text = strip(text, &length);
	}
	if (old && as_long && length && (text[length - 1] | 0x20) == 'l' && base <= 21)
		length--;
	prefix = prefix_base(text, length);
	if (prefix && (base == 0 || base == prefix)) {
		text += 2;
		length -= 2;
		l->base = prefix;
		l->after_prefix = true;
	} else if (base == 0) {
		l->base = 10;
		if (length > 1 && text[0] == '0') {
			if (!old && !is_all_zero(text, length))
				return false;
			l->base = old ? 8 : 10;
		}
	}
	l->digits = text;
	l->length = length;
	return length > 0;
}

obj_id int_parse(
	struct world *w, const char *text, size_t length, int base, bool as_long)
{
	bool underscores = w->dialect->version.major > 2;
	struct literal l;
	char *digits;
	obj_id o = 0;
	mpz_t z;

	if (!split_literal(w, text, length, base, as_long, &l))
		return 0;
	if (l.after_prefix && underscores && l.length > 1 && l.digits[0] == '_') {
		l.digits++;
		l.length--;
	}
	digits = xmalloc(l.length + 1);
	if (copy_digits(l.digits, l.length, l.base, underscores, digits)) {
		mpz_init_set_str(z, digits, l.base);
		if (l.negative)
			mpz_neg(z, z);
		o = big_store(w, z, as_long);
		mpz_clear(z);
	}
	free(digits);
	return o;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static size_t skip_digits(const char *text, size_t i)
{
	while (is_digit(text[i]))
		i++;
	return i;
}

/* digits [. digits] [e [sign] digits], with a digit before the e. */
static bool is_decimal(const char *text, size_t length)
{
	size_t i = text[0] == '+' || text[0] == '-';
	size_t start = i;
	size_t digits;

	i = skip_digits(text, i);
	digits = i - start;
	if (text[i] == '.') {
		start = ++i;
		i = skip_digits(text, i);
		digits += i - start;
	}
	if (!digits)
		return false;
	if (text[i] == 'e' || text[i] == 'E') {
		i++;
		if (text[i] == '+' || text[i] == '-')
			i++;
		if (!is_digit(text[i]))
			return false;
		i = skip_digits(text, i);
	}
	return i == length;
}

static bool is_special(const char *text)
{
	static const char *const names[] = {"inf", "infinity", "nan"};

	if (*text == '+' || *text == '-')
		text++;
	for (unsigned i = 0; i < 3; i++) {
		if (strcasecmp(text, names[i]) == 0)
			return true;
	}
	return false;
}

/* 3.6: underscores between digits. */
static size_t copy_float(const char *text, size_t length, char *out)
{
	size_t n = 0;

	for (size_t i = 0; i < length; i++) {
		if (text[i] == '_' && i > 0 && is_digit(text[i - 1]) &&
			i + 1 < length && is_digit(text[i + 1]))
			continue;
		out[n++] = text[i];
	}
	out[n] = '\0';
	return n;
}

bool float_parse(const char *text, size_t length, double *value)
{
	char *copy;
	bool ok;

	text = strip(text, &length);
	copy = xmalloc(length + 1);
	length = copy_float(text, length, copy);
	ok = is_decimal(copy, length) || (strlen(copy) == length && is_special(copy));
	if (ok)
		*value = strtod(copy, NULL);
	free(copy);
	return ok;
}
