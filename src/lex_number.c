#include "lex_core.h"

#include <string.h>

static char peek(const struct lexer *l)
{
	return l->at < l->end ? *l->at : '\0';
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_digit_of(char c, int base)
{
	if (base == 16)
		return is_digit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f');
	return c >= '0' && c < '0' + base;
}

static bool is_name_byte(char c)
{
	return is_digit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c == '_' ||
		(unsigned char)c >= 0x80;
}

/* 3.8 names the mistake; before, any is an "invalid token". */
_Noreturn static void fail_number(struct lexer *l, const char *kind)
{
	if (!lex_at_least(l, 3, 8))
		lex_fail_at(l, l->at - 1, "invalid token");
	lex_fail_at(l, l->at - 1, "invalid %s literal", kind);
}

/* Digits of BASE, from 3.6 with single underscores between them. */
static void read_digits(struct lexer *l, int base, const char *kind)
{
	while (is_digit_of(peek(l), base))
		l->at++;
	while (l->version.major == 3 && peek(l) == '_') {
		l->at++;
		if (!is_digit_of(peek(l), base)) {
			if (base < 10 && is_digit(peek(l)) && lex_at_least(l, 3, 8)) {
				l->at++;
				lex_fail_at(l, l->at - 1,
					"invalid digit '%c' in %s literal", l->at[-1],
					kind);
			}
			fail_number(l, kind);
		}
		while (is_digit_of(peek(l), base))
			l->at++;
	}
}

static bool keyword_follows(const struct lexer *l)
{
	static const char *const words[] = {
		"and", "else", "for", "if", "in", "is", "or", "not"};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		size_t n = strlen(words[i]);
		if ((size_t)(l->end - l->at) >= n && memcmp(l->at, words[i], n) == 0)
			return true;
	}
	return false;
}

/* As CPython's verify_end_of_number(): 1if x is allowed, 1x is not. */
static void check_end(struct lexer *l, const char *kind)
{
	if (lex_at_least(l, 3, 9) && is_name_byte(peek(l)) &&
		(unsigned char)peek(l) < 0x80 && !keyword_follows(l))
		fail_number(l, kind);
}

static void read_prefixed(struct lexer *l, int base, const char *kind)
{
	l->at += 2;
	if (l->version.major == 3 && peek(l) == '_')
		l->at++;
	if (!is_digit_of(peek(l), base)) {
		if (base < 10 && is_digit(peek(l)) && lex_at_least(l, 3, 8)) {
			l->at++;
			lex_fail_at(l, l->at - 1, "invalid digit '%c' in %s literal",
				l->at[-1], kind);
		}
		fail_number(l, kind);
	}
	read_digits(l, base, kind);
	if (base < 10 && is_digit(peek(l)) && lex_at_least(l, 3, 8)) {
		l->at++;
		lex_fail_at(l, l->at - 1, "invalid digit '%c' in %s literal", l->at[-1],
			kind);
	}
	if (l->version.major == 2 && (peek(l) | 0x20) == 'l')
		l->at++;
	check_end(l, kind);
}

static bool read_exponent(struct lexer *l)
{
	const char *e = l->at;

	if ((peek(l) | 0x20) != 'e')
		return false;
	l->at++;
	bool sign = peek(l) == '+' || peek(l) == '-';
	if (sign)
		l->at++;
	if (is_digit(peek(l))) {
		read_digits(l, 10, "decimal");
		return true;
	}
	if (sign)
		fail_number(l, "decimal");
	l->at = e;
	return false;
}

_Noreturn static void fail_leading_zeros(
	struct lexer *l, const char *start, const char *zeros_end)
{
	struct lex_place place = {l->line, (int)lex_column(l, start),
		(int)lex_column(l, zeros_end), l->line, 0};

	if (!lex_at_least(l, 3, 8))
		lex_fail_at(l, l->at - 1, "invalid token");
	if (!lex_at_least(l, 3, 10)) {
		place.column = (int)lex_column(l, l->at - 1);
		place.end_line = 0;
	}
	lex_fail(l, "SyntaxError", place,
		"leading zeros in decimal integer literals are not permitted; "
		"use an 0o prefix for octal integers");
}

/* What may follow the digits: fraction, exponent, j (in 2.7 l).  Returns whether the
 * number is no plain integer. */
static bool read_tail(struct lexer *l)
{
	bool real = false;

	if (l->version.major == 2 && (peek(l) | 0x20) == 'l') {
		l->at++;
		return false;
	}
	if (peek(l) == '.') {
		l->at++;
		real = true;
		if (is_digit(peek(l)))
			read_digits(l, 10, "decimal");
	}
	real |= read_exponent(l);
	if ((peek(l) | 0x20) == 'j') {
		l->at++;
		check_end(l, "imaginary");
		return true;
	}
	check_end(l, "decimal");
	return real;
}

static void read_zero(struct lexer *l)
{
	const char *start = l->at;
	bool octal = true;

	while (peek(l) == '0' || (peek(l) == '_' && l->version.major == 3)) {
		if (*l->at++ == '_' && !is_digit(peek(l)))
			fail_number(l, "decimal");
	}
	const char *zeros_end = l->at;
	if (is_digit(peek(l)))
		read_digits(l, 10, "decimal");
	for (const char *p = zeros_end; p < l->at; p++)
		octal &= *p < '8';
	bool nonzero = l->at > zeros_end;
	const char *digits_end = l->at;
	char next = peek(l) | 0x20;
	bool real = peek(l) == '.' || next == 'e' || next == 'j';
	if (nonzero && !real && l->version.major == 3)
		fail_leading_zeros(l, start, zeros_end);
	real = read_tail(l);
	if (l->version.major == 2 && nonzero && !real && !octal) {
		l->at = digits_end;
		lex_fail_at(l, l->at - 1, "invalid token");
	}
}

void lex_number(struct lexer *l)
{
	const char *start = l->at;
	char second = l->at + 1 < l->end ? l->at[1] | 0x20 : '\0';

	if (*start == '0' && second == 'x')
		read_prefixed(l, 16, "hexadecimal");
	else if (*start == '0' && second == 'o')
		read_prefixed(l, 8, "octal");
	else if (*start == '0' && second == 'b')
		read_prefixed(l, 2, "binary");
	else if (*start == '0')
		read_zero(l);
	else {
		read_digits(l, 10, "decimal");
		read_tail(l);
	}
	lex_add(l, TOKEN_NUMBER, start, l->line, lex_column(l, start));
}
