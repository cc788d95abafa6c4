#include "strmethods.h"

#include <string.h>

#include "dialect.h"

enum codec codec_find(const char *name)
{
	static const struct {
		const char *name;
		enum codec codec;
	} names[] = {
		{"utf8", CODEC_UTF8},
		{"u8", CODEC_UTF8},
		{"utf", CODEC_UTF8},
		{"cp65001", CODEC_UTF8},
		{"latin1", CODEC_LATIN1},
		{"latin", CODEC_LATIN1},
		{"l1", CODEC_LATIN1},
		{"iso88591", CODEC_LATIN1},
		{"8859", CODEC_LATIN1},
		{"cp819", CODEC_LATIN1},
		{"ascii", CODEC_ASCII},
		{"usascii", CODEC_ASCII},
		{"646", CODEC_ASCII},
	};
	char plain[16];
	size_t n = 0;

	for (; *name && n + 1 < sizeof(plain); name++) {
		if (*name != '-' && *name != '_' && *name != ' ')
			plain[n++] = *name >= 'A' && *name <= 'Z' ? *name + 32 : *name;
	}
	plain[n] = '\0';
	for (size_t i = 0; !*name && i < sizeof(names) / sizeof(names[0]); i++) {
		if (strcmp(plain, names[i].name) == 0)
			return names[i].codec;
	}
	return CODEC_UNKNOWN;
}

enum codec_errors codec_errors_find(const char *name)
{
	static const char *const names[] = {
		"strict", "ignore", "replace", "backslashreplace"};

	for (int i = 0; i < 4; i++) {
		if (strcmp(name, names[i]) == 0)
			return (enum codec_errors)i;
	}
	return ERRORS_UNKNOWN;
}

static bool is_old(const struct world *w)
{
	return w->dialect->version.major == 2;
}

static const char *codec_name(const struct world *w, enum codec codec)
{
	switch (codec) {
	case CODEC_UTF8:
		return is_old(w) ? "utf8" : "utf-8";
	case CODEC_LATIN1:
		return "latin-1";
	default:
		return "ascii";
	}
}

static void put_backslash(struct strbuf *b, uint32_t c)
{
	if (c < 0x100)
		strbuf_printf(b, "\\x%02x", c);
	else
		strbuf_printf(b, c < 0x10000 ? "\\u%04x" : "\\U%08x", c);
}

/* Encoding. */

static bool can_encode(const struct world *w, enum codec codec, uint32_t c)
{
	switch (codec) {
	case CODEC_UTF8:
		return is_old(w) || c < 0xd800 || c > 0xdfff;
	case CODEC_LATIN1:
		return c < 0x100;
	default:
		return c < 0x80;
	}
}

static void put_encoded(enum codec codec, uint32_t c, struct strbuf *b)
{
	if (codec == CODEC_UTF8)
		strbuf_put_utf8(b, c);
	else
		strbuf_putc(b, (char)c);
}

static void fail_encoding(const struct world *w, const struct view *v, const char *p,
	enum codec codec, struct codec_failure *f)
{
	static const char *const reasons[] = {"surrogates not allowed",
		"ordinal not in range(256)", "ordinal not in range(128)"};

	f->codec = codec_name(w, codec);
	f->reason = reasons[codec];
	f->start = span_index(v, (size_t)(p - v->p));
	f->end = f->start;
	while (p < v->p + v->n && !can_encode(w, codec, span_next(v, &p)))
		f->end++;
}

obj_id str_encode(struct world *w, obj_id o, enum codec codec, enum codec_errors errors,
	struct codec_failure *f)
{
	struct view v = span_of(w, o);
	struct strbuf b = STRBUF_INIT;
	obj_id result;

	for (const char *p = v.p; p < v.p + v.n;) {
		const char *start = p;
		uint32_t c = span_next(&v, &p);

		if (can_encode(w, codec, c)) {
			put_encoded(codec, c, &b);
		} else if (errors == ERRORS_STRICT) {
			fail_encoding(w, &v, start, codec, f);
			strbuf_free(&b);
			return 0;
		} else if (errors == ERRORS_REPLACE) {
			strbuf_putc(&b, '?');
		} else if (errors == ERRORS_BACKSLASH) {
			put_backslash(&b, c);
		}
	}
	result = bytes_new(w, b.text, b.length);
	strbuf_free(&b);
	return result;
}

/* Decoding. */

/* Objects/stringlib/codecs.h, utf8_decode: the size of the sequence at P when it
 * is right (*reason NULL), else of the part to be passed over. */
static size_t utf8_sequence(
	const struct world *w, const unsigned char *p, size_t left, const char **reason)
{
	unsigned char c = p[0];
	size_t size = c < 0x80 ? 1 : c < 0xe0 ? 2 : c < 0xf0 ? 3 : 4;
	unsigned char low = 0x80, high = 0xbf;

	*reason = "invalid start byte";
	if ((c >= 0x80 && c < 0xc2) || c > 0xf4)
		return 1;
	if (c == 0xe0)
		low = 0xa0;
	else if (c == 0xed && !is_old(w))
		high = 0x9f;
	else if (c == 0xf0)
		low = 0x90;
	else if (c == 0xf4)
		high = 0x8f;
	for (size_t i = 1; i < size; i++) {
		*reason = "unexpected end of data";
		if (i == left)
			return i;
		*reason = "invalid continuation byte";
		if (p[i] < low || p[i] > high)
			return i;
		low = 0x80;
		high = 0xbf;
	}
	*reason = NULL;
	return size;
}

static size_t sequence(const struct world *w, enum codec codec, const unsigned char *p,
	size_t left, const char **reason)
{
	if (codec == CODEC_UTF8)
		return utf8_sequence(w, p, left, reason);
	*reason =
		codec == CODEC_ASCII && *p >= 0x80 ? "ordinal not in range(128)" : NULL;
	return 1;
}

static void put_decoded(
	enum codec codec, const unsigned char *p, size_t size, struct strbuf *b)
{
	if (codec == CODEC_LATIN1)
		strbuf_put_utf8(b, *p);
	else
		strbuf_add(b, p, size);
}

obj_id str_decode(struct world *w, const char *bytes, size_t length, enum codec codec,
	enum codec_errors errors, struct codec_failure *f)
{
	struct strbuf b = STRBUF_INIT;
	const char *reason;
	obj_id result;
	size_t size;

	for (size_t i = 0; i < length; i += size) {
		const unsigned char *p = (const unsigned char *)bytes + i;

		size = sequence(w, codec, p, length - i, &reason);
		if (!reason) {
			put_decoded(codec, p, size, &b);
		} else if (errors == ERRORS_STRICT) {
			*f = (struct codec_failure){codec_name(w, codec), (int64_t)i,
				(int64_t)(i + size), reason};
			strbuf_free(&b);
			return 0;
		} else if (errors == ERRORS_REPLACE) {
			strbuf_put_utf8(&b, 0xfffd);
		} else if (errors == ERRORS_BACKSLASH) {
			for (size_t k = 0; k < size; k++)
				put_backslash(&b, p[k]);
		}
	}
	result = text_new(w, b.text, b.length);
	strbuf_free(&b);
	return result;
}

/* Objects/exceptions.c, UnicodeEncodeError_str and UnicodeDecodeError_str. */
void codec_message(const struct world *w, const struct codec_failure *f, obj_id o,
	struct strbuf *out)
{
	struct view v = span_of(w, o);
	bool one = f->end == f->start + 1;
	const char *p;
	uint32_t c;

	strbuf_printf(
		out, "'%s' codec can't %s ", f->codec, v.bytes ? "decode" : "encode");
	if (!one) {
		strbuf_printf(out, "%s in position %lld-%lld: %s",
			v.bytes ? "bytes" : "characters", (long long)f->start,
			(long long)f->end - 1, f->reason);
		return;
	}
	p = v.p + span_offset(&v, f->start);
	c = span_next(&v, &p);
	if (v.bytes) {
		strbuf_printf(out, "byte 0x%02x", c);
	} else {
		strbuf_puts(out, is_old(w) ? "character u'" : "character '");
		put_backslash(out, c);
		strbuf_putc(out, '\'');
	}
	strbuf_printf(out, " in position %lld: %s", (long long)f->start, f->reason);
}
