#include "strmethods.h"

#include "dialect.h"
#include "unicode_case.h"
#include "unicode_id.h"

/* Cases and properties: Objects/unicodeobject.c, do_lower and its neighbours.  Of
 * bytes only the ASCII letters count. */

static unsigned flags_of(const struct view *v, uint32_t c)
{
	return v->bytes && c >= 0x80 ? 0 : unicode_flags(c);
}

/* FULL: one character may become several, and a sigma depends on its place; 2.7
 * knows neither. */
static void put_mapped(const struct view *v, uint32_t c, enum unicode_mapping mapping,
	bool full, struct strbuf *b)
{
	const char *several;

	if (v->bytes) {
		strbuf_putc(b, (char)(c < 0x80 ? unicode_map(c, mapping) : c));
		return;
	}
	several = full ? unicode_map_special(c, mapping) : NULL;
	if (several)
		strbuf_puts(b, several);
	else
		strbuf_put_utf8(b, unicode_map(c, mapping));
}

#define CAPITAL_SIGMA 0x3a3
#define FINAL_SIGMA 0x3c2
#define SMALL_SIGMA 0x3c3

static bool cased_before(const struct view *v, const char *p)
{
	while (p > v->p) {
		unsigned flags = unicode_flags(span_previous(v, &p));

		if (!(flags & UNICODE_IGNORABLE))
			return flags & UNICODE_CASED;
	}
	return false;
}

static bool cased_after(const struct view *v, const char *p)
{
	while (p < v->p + v->n) {
		unsigned flags = unicode_flags(span_next(v, &p));

		if (!(flags & UNICODE_IGNORABLE))
			return flags & UNICODE_CASED;
	}
	return false;
}

/* The character C from P to NEXT in lower case. */
static void put_lower(const struct view *v, uint32_t c, const char *p, const char *next,
	bool full, struct strbuf *b)
{
	if (c == CAPITAL_SIGMA && full && !v->bytes)
		strbuf_put_utf8(b,
			cased_before(v, p) && !cased_after(v, next) ? FINAL_SIGMA
								    : SMALL_SIGMA);
	else
		put_mapped(v, c, UNICODE_TO_LOWER, full, b);
}

static enum unicode_mapping capital_mapping(const struct world *w)
{
	return w->dialect->version.major > 2 && w->dialect->version.minor >= 8
		? UNICODE_TO_TITLE
		: UNICODE_TO_UPPER;
}

/* What becomes of a character; UNICODE_TO_LOWER means put_lower(), -1 nothing. */
static int mapping_for(const struct world *w, enum str_case to, unsigned flags,
	bool first, bool after_cased)
{
	switch (to) {
	case CASE_LOWER:
		return UNICODE_TO_LOWER;
	case CASE_UPPER:
		return UNICODE_TO_UPPER;
	case CASE_FOLDED:
		return UNICODE_TO_FOLDED;
	case CASE_CAPITAL:
		return first ? (int)capital_mapping(w) : UNICODE_TO_LOWER;
	case CASE_TITLE:
		return after_cased ? UNICODE_TO_LOWER : UNICODE_TO_TITLE;
	default:
		if (flags & UNICODE_UPPER)
			return UNICODE_TO_LOWER;
		return flags & UNICODE_LOWER ? UNICODE_TO_UPPER : -1;
	}
}

obj_id str_to_case(struct world *w, obj_id o, enum str_case to)
{
	struct view v = span_of(w, o);
	struct strbuf b = STRBUF_INIT;
	bool full = w->dialect->version.major > 2;
	bool after_cased = false;

	for (const char *p = v.p; p < v.p + v.n;) {
		const char *start = p;
		uint32_t c = span_next(&v, &p);
		unsigned flags = flags_of(&v, c);
		int mapping = mapping_for(w, to, flags, start == v.p, after_cased);

		if (mapping < 0)
			strbuf_add(&b, start, (size_t)(p - start));
		else if (mapping == UNICODE_TO_LOWER)
			put_lower(&v, c, start, p, full, &b);
		else
			put_mapped(&v, c, (enum unicode_mapping)mapping, full, &b);
		after_cased = flags & UNICODE_CASED;
	}
	return new_from(w, o, &b);
}

/* Properties. */

/* Every character has one of FLAGS, and there is one at least. */
static bool all_have(const struct view *v, unsigned flags)
{
	for (const char *p = v->p; p < v->p + v->n;) {
		if (!(flags_of(v, span_next(v, &p)) & flags))
			return false;
	}
	return v->n > 0;
}

static bool all_spaces(const struct view *v)
{
	for (const char *p = v->p; p < v->p + v->n;) {
		if (!is_space_in(v, span_next(v, &p)))
			return false;
	}
	return v->n > 0;
}

/* None of the flags NOT, and one of WANTED at least. */
static bool is_cased_as(const struct view *v, unsigned wanted, unsigned not )
{
	bool found = false;

	for (const char *p = v->p; p < v->p + v->n;) {
		unsigned flags = flags_of(v, span_next(v, &p));

		if (flags & not )
			return false;
		found = found || flags & wanted;
	}
	return found;
}

static bool is_title(const struct view *v)
{
	bool found = false;
	bool after_cased = false;

	for (const char *p = v->p; p < v->p + v->n;) {
		unsigned flags = flags_of(v, span_next(v, &p));
		bool capital = flags & (UNICODE_UPPER | UNICODE_TITLE);
		bool cased = capital || flags & UNICODE_LOWER;

		if (cased && capital == after_cased)
			return false;
		found = found || cased;
		after_cased = cased;
	}
	return found;
}

static bool is_identifier(const struct view *v)
{
	const char *p = v->p;

	if (!v->n || !unicode_is_id_start(span_next(v, &p)))
		return false;
	while (p < v->p + v->n) {
		if (!unicode_is_id_continue(span_next(v, &p)))
			return false;
	}
	return true;
}

static bool is_printable(const struct view *v)
{
	for (const char *p = v->p; p < v->p + v->n;) {
		if (!unicode_is_printable(span_next(v, &p)))
			return false;
	}
	return true;
}

static bool is_ascii(const struct view *v)
{
	for (size_t i = 0; i < v->n; i++) {
		if ((unsigned char)v->p[i] >= 0x80)
			return false;
	}
	return true;
}

bool str_is(const struct world *w, obj_id o, enum str_property property)
{
	struct view v = span_of(w, o);

	switch (property) {
	case IS_ALNUM:
		return all_have(&v,
			UNICODE_ALPHA | UNICODE_DECIMAL | UNICODE_DIGIT |
				UNICODE_NUMERIC);
	case IS_ALPHA:
		return all_have(&v, UNICODE_ALPHA);
	case IS_ASCII:
		return is_ascii(&v);
	case IS_DECIMAL:
		return all_have(&v, UNICODE_DECIMAL);
	case IS_DIGIT:
		return all_have(&v, UNICODE_DIGIT);
	case IS_IDENTIFIER:
		return is_identifier(&v);
	case IS_LOWER:
		return is_cased_as(&v, UNICODE_LOWER, UNICODE_UPPER | UNICODE_TITLE);
	case IS_NUMERIC:
		return all_have(&v, UNICODE_NUMERIC);
	case IS_PRINTABLE:
		return is_printable(&v);
	case IS_SPACE:
		return all_spaces(&v);
	case IS_TITLE:
		return is_title(&v);
	default:
		return is_cased_as(&v, UNICODE_UPPER, UNICODE_LOWER | UNICODE_TITLE);
	}
}
