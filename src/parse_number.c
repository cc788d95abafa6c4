#include "parse_core.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "xalloc.h"

/* ---- integers of any size, as 32-bit limbs, the lowest first */

struct natural {
	uint32_t *limbs;
	size_t count, capacity;
};

/* n = n * factor + addend */
static void multiply_add(struct natural *n, uint32_t factor, uint32_t addend)
{
	uint64_t carry = addend;

	for (size_t i = 0; i < n->count; i++) {
		carry += (uint64_t)n->limbs[i] * factor;
		n->limbs[i] = (uint32_t)carry;
		carry >>= 32;
	}
	if (!carry)
		return;
	if (n->count == n->capacity) {
		n->capacity = n->capacity ? n->capacity * 2 : 8;
		n->limbs = xreallocarray(n->limbs, n->capacity, sizeof *n->limbs);
	}
	n->limbs[n->count++] = (uint32_t)carry;
}

static uint32_t digit_value(char c)
{
	return c <= '9' ? (uint32_t)(c - '0') : (uint32_t)((c | 0x20) - 'a' + 10);
}

/* Digits are taken in groups that fit a limb. */
static struct natural read_natural(const char *digits, size_t length, uint32_t base)
{
	struct natural n = {NULL, 0, 0};
	uint32_t group = 0, scale = 1;

	for (size_t i = 0; i < length; i++) {
		if (digits[i] == '_')
			continue;
		group = group * base + digit_value(digits[i]);
		scale *= base;
		if (scale > UINT32_MAX / base / base) {
			multiply_add(&n, scale, group);
			group = 0;
			scale = 1;
		}
	}
	if (scale > 1)
		multiply_add(&n, scale, group);
	return n;
}

static void store_natural(
	struct parser *p, const struct natural *n, struct ast_value *v)
{
	uint64_t small = 0;

	for (size_t i = n->count; i-- > 0 && n->count <= 2;)
		small = small << 32 | n->limbs[i];
	v->fits = n->count <= 2 && small <= INT64_MAX;
	if (v->fits) {
		v->integer = (int64_t)small;
		return;
	}
	struct strbuf hex = STRBUF_INIT;
	for (size_t i = n->count; i-- > 0;)
		strbuf_printf(&hex, i + 1 == n->count ? "%x" : "%08x", n->limbs[i]);
	char *text = ast_alloc(p->tree, hex.length + 1);
	memcpy(text, hex.text, hex.length);
	v->text = text;
	v->length = hex.length;
	strbuf_free(&hex);
}

static size_t count_digits(const char *text, size_t length)
{
	size_t n = 0;

	for (size_t i = 0; i < length; i++)
		n += text[i] != '_';
	return n;
}

/* 3.11, and the last releases of 3.7 to 3.10, bound decimal literals. */
static void check_digits(
	struct parser *p, const struct token *t, size_t digits, uint32_t base)
{
	enum {
		MAX_DIGITS = 4300
	};

	if (base != 10 || digits <= MAX_DIGITS || parse_is_2(p) ||
		!parse_at_least(p, 3, 7))
		return;
	parse_fail_token(p, t,
		"Exceeds the limit (4300 digits) for integer string conversion: value "
		"has %zu digits; use sys.set_int_max_str_digits() to increase the limit "
		"- Consider hexadecimal for huge integer literals to avoid decimal "
		"conversion limits.",
		digits);
}

static void read_integer(struct parser *p, const struct token *t, struct ast_value *v)
{
	const char *text = t->text;
	size_t length = t->length;
	uint32_t base = 10;

	v->kind = AST_VALUE_INT;
	if ((text[length - 1] | 0x20) == 'l') {
		v->is_long = true;
		length--;
	}
	if (length > 1 && text[0] == '0') {
		char c = text[1] | 0x20;
		base = c == 'x'         ? 16
			: c == 'o'      ? 8
			: c == 'b'      ? 2
			: parse_is_2(p) ? 8
					: 10;
		size_t skip = c == 'x' || c == 'o' || c == 'b' ? 2 : 1;
		text += skip;
		length -= skip;
	}
	check_digits(p, t, count_digits(text, length), base);
	struct natural n = read_natural(text, length, base);
	store_natural(p, &n, v);
	free(n.limbs);
}

static double read_real(const char *text, size_t length)
{
	locale_t c = newlocale(LC_ALL_MASK, "C", (locale_t)0);
	struct strbuf plain = STRBUF_INIT;

	for (size_t i = 0; i < length; i++)
		if (text[i] != '_')
			strbuf_putc(&plain, text[i]);
	double value = strtod_l(plain.text, NULL, c);
	strbuf_free(&plain);
	freelocale(c);
	return value;
}

static bool is_prefixed(const struct token *t)
{
	char c = t->length > 1 ? t->text[1] | 0x20 : '\0';

	return t->text[0] == '0' && (c == 'x' || c == 'o' || c == 'b');
}

struct ast *parse_number(struct parser *p)
{
	const struct token *t = parse_expect(p, TOKEN_NUMBER);
	struct ast *node = parse_node(p, AST_CONSTANT, t);
	struct ast_value *v = &node->constant.value;
	char last = t->text[t->length - 1] | 0x20;
	bool real = false;

	for (uint32_t i = 0; i < t->length; i++)
		real |= t->text[i] == '.' || (t->text[i] | 0x20) == 'e';
	if (is_prefixed(t) || (last != 'j' && !real)) {
		read_integer(p, t, v);
	} else {
		v->kind = last == 'j' ? AST_VALUE_COMPLEX : AST_VALUE_FLOAT;
		v->real = read_real(t->text, t->length - (last == 'j'));
	}
	return node;
}
