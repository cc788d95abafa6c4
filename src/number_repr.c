#include "number.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bigint.h"
#include "dialect.h"

/* The digits and exponent of snprintf's "%.*e". */
static void take_digits(const char *text, char digits[FLOAT_DIGITS], int *point)
{
	const char *e = strchr(text, 'e');
	int n = 0;

	for (; text < e; text++) {
		if (*text >= '0' && *text <= '9')
			digits[n++] = *text;
	}
	while (n > 1 && digits[n - 1] == '0')
		n--;
	digits[n] = '\0';
	*point = (int)strtol(e + 1, NULL, 10) + 1;
}

/* VALUE rounded to COUNT digits reads back as VALUE. */
static bool reads_back(double value, int count, char text[32])
{
	snprintf(text, 32, "%.*e", count - 1, value);
	return strtod(text, NULL) == value;
}

/* Below a power of two doubles are closer together than above, so the next
 * decimal above may read back when the nearest, which is below, does not. */
static bool reads_back_above(double value, int count, char text[32])
{
	int exponent;
	char *p;

	if (frexp(value, &exponent) != 0.5)
		return false;
	snprintf(text, 32, "%.*e", count - 1, value);
	p = strchr(text, 'e') - 1;
	if (*p == '9')
		return false;
	++*p;
	return strtod(text, NULL) == value;
}

void float_shortest(double value, char digits[FLOAT_DIGITS], int *point)
{
	char text[32];
	int count = value < 2.3e-308 ? 1 : 15;

	if (value == 0) {
		strcpy(digits, "0");
		*point = 1;
		return;
	}
	while (!reads_back(value, count, text) && !reads_back_above(value, count, text))
		count++;
	take_digits(text, digits, point);
}

/* Python/pystrtod.c, format_float_short, code 'r' or 'g'. */
static void put_digits(
	struct strbuf *out, const char *digits, int point, int limit, bool dot)
{
	int n = (int)strlen(digits);

	if (point <= -4 || point > limit) {
		strbuf_putc(out, digits[0]);
		if (n > 1) {
			strbuf_putc(out, '.');
			strbuf_puts(out, digits + 1);
		}
		strbuf_printf(out, "e%c%02d", point > 0 ? '+' : '-', abs(point - 1));
		return;
	}
	if (point <= 0)
		strbuf_puts(out, "0.");
	for (int i = point; i < 0; i++)
		strbuf_putc(out, '0');
	for (int i = 0; i < n || i < point; i++) {
		if (i == point && i > 0)
			strbuf_putc(out, '.');
		strbuf_putc(out, i < n ? digits[i] : '0');
	}
	if (dot && n <= point)
		strbuf_puts(out, ".0");
}

void float_general(double value, int digits, bool dot, struct strbuf *out)
{
	char shortest[FLOAT_DIGITS];
	char text[32];
	int point;

	digits = digits > FLOAT_DIGITS - 1 ? FLOAT_DIGITS - 1 : digits;
	if (isnan(value)) {
		strbuf_puts(out, "nan");
		return;
	}
	if (signbit(value))
		strbuf_putc(out, '-');
	if (isinf(value)) {
		strbuf_puts(out, "inf");
		return;
	}
	if (!digits) {
		float_shortest(fabs(value), shortest, &point);
		put_digits(out, shortest, point, 16, dot);
		return;
	}
	snprintf(text, sizeof(text), "%.*e", digits - 1, fabs(value));
	take_digits(text, shortest, &point);
	put_digits(out, shortest, point, digits - dot, dot);
}

void float_repr(double value, struct strbuf *out)
{
	float_general(value, 0, true, out);
}

static void put_complex(struct strbuf *out, double real, double imaginary, int digits)
{
	bool plain = real == 0 && !signbit(real);

	if (!plain) {
		strbuf_putc(out, '(');
		float_general(real, digits, false, out);
		if (isnan(imaginary) || !signbit(imaginary))
			strbuf_putc(out, '+');
	}
	float_general(imaginary, digits, false, out);
	strbuf_puts(out, plain ? "j" : "j)");
}

void int_digits(const struct world *w, obj_id o, int base, struct strbuf *out)
{
	mpz_t z;
	char *text;

	if (base == 10 && int_fits(w, o)) {
		strbuf_printf(out, "%lld", (long long)int_value(w, o));
		return;
	}
	big_load(w, o, z);
	text = mpz_get_str(NULL, base, z);
	strbuf_puts(out, text);
	free(text);
	mpz_clear(z);
}

static void put_number(const struct world *w, obj_id o, int digits, struct strbuf *out)
{
	double real, imaginary;

	switch (obj_kind(w, o)) {
	case KIND_INT:
		if (o == OBJ_TRUE || o == OBJ_FALSE)
			strbuf_puts(out, o == OBJ_TRUE ? "True" : "False");
		else
			int_digits(w, o, 10, out);
		break;
	case KIND_FLOAT:
		float_general(float_value(w, o), digits, true, out);
		break;
	default:
		complex_value(w, o, &real, &imaginary);
		put_complex(out, real, imaginary, digits);
	}
}

void number_repr(const struct world *w, obj_id o, struct strbuf *out)
{
	put_number(w, o, 0, out);
	if (w->dialect->version.major == 2 && is_long(w, o))
		strbuf_putc(out, 'L');
}

void number_str(const struct world *w, obj_id o, struct strbuf *out)
{
	put_number(w, o, w->dialect->version.major == 2 ? 12 : 0, out);
}
