#include "text.h"

#include <string.h>

#include "dialect.h"
#include "unicode_id.h"

/* Objects/unicodeobject.c, unicode_repr; bytesobject.c, PyBytes_Repr. */

static char quote_for(const char *bytes, size_t length)
{
	bool has_single = memchr(bytes, '\'', length);
	bool has_double = memchr(bytes, '"', length);

	return has_single && !has_double ? '"' : '\'';
}

static void put_escape(struct strbuf *out, uint32_t c)
{
	if (c < 0x100)
		strbuf_printf(out, "\\x%02x", c);
	else if (c < 0x10000)
		strbuf_printf(out, "\\u%04x", c);
	else
		strbuf_printf(out, "\\U%08x", c);
}

/* What has an escape of its own, or is ASCII.  False: C is neither. */
static bool put_plain(struct strbuf *out, uint32_t c, char quote)
{
	switch (c) {
	case '\t':
		strbuf_puts(out, "\\t");
		return true;
	case '\n':
		strbuf_puts(out, "\\n");
		return true;
	case '\r':
		strbuf_puts(out, "\\r");
		return true;
	}
	if (c < ' ' || c >= 0x7f)
		return false;
	if (c == (uint32_t)quote || c == '\\')
		strbuf_putc(out, '\\');
	strbuf_putc(out, (char)c);
	return true;
}

static void put_bytes(struct strbuf *out, const char *bytes, size_t length)
{
	char quote = quote_for(bytes, length);

	strbuf_putc(out, quote);
	for (size_t i = 0; i < length; i++) {
		unsigned char c = (unsigned char)bytes[i];

		if (!put_plain(out, c, quote))
			put_escape(out, c);
	}
	strbuf_putc(out, quote);
}

void bytes_repr(
	const struct world *w, const char *bytes, size_t length, struct strbuf *out)
{
	if (w->dialect->version.major > 2)
		strbuf_putc(out, 'b');
	put_bytes(out, bytes, length);
}

static void put_text(struct strbuf *out, const char *p, size_t length, bool ascii)
{
	const char *end = p + length;
	char quote = quote_for(p, length);

	strbuf_putc(out, quote);
	while (p < end) {
		uint32_t c = text_decode(&p, end);

		if (put_plain(out, c, quote))
			continue;
		if (!ascii && unicode_is_printable(c))
			strbuf_put_utf8(out, c);
		else
			put_escape(out, c);
	}
	strbuf_putc(out, quote);
}

void unicode_repr(
	const struct world *w, const char *utf8, size_t length, struct strbuf *out)
{
	bool old = w->dialect->version.major == 2;

	if (old)
		strbuf_putc(out, 'u');
	put_text(out, utf8, length, old);
}

void text_repr(const struct world *w, obj_id o, struct strbuf *out)
{
	if (obj_kind(w, o) == KIND_BYTES)
		bytes_repr(w, text_bytes(w, o), obj_n(w, o), out);
	else
		unicode_repr(w, text_bytes(w, o), obj_n(w, o), out);
}

void text_escape(const char *p, size_t length, struct strbuf *out)
{
	const char *end = p + length;

	while (p < end) {
		uint32_t c = text_decode(&p, end);

		if (c < 0x80)
			strbuf_putc(out, (char)c);
		else
			put_escape(out, c);
	}
}
