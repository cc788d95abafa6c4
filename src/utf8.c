#include "utf8.h"

#include <assert.h>

size_t utf8_ascii_prefix(const char *text, size_t length)
{
	size_t i = 0;

	while (i < length && (unsigned char)text[i] < 0x80)
		i++;
	return i;
}

static size_t sequence_size(unsigned char lead)
{
	if (lead < 0x80)
		return 1;
	if (lead < 0xc2 || lead > 0xf4)
		return 0;
	return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

uint32_t utf8_decode(const char *text, size_t length, size_t *size)
{
	static const uint32_t least[5] = {0, 0, 0x80, 0x800, 0x10000};
	unsigned char lead = (unsigned char)text[0];
	size_t n = sequence_size(lead);

	assert(length > 0);
	*size = 1;
	if (n == 1)
		return lead;
	if (n == 0 || n > length)
		return 0xfffd;
	uint32_t c = lead & (0x7fU >> n);
	for (size_t i = 1; i < n; i++) {
		unsigned char next = (unsigned char)text[i];
		if ((next & 0xc0) != 0x80)
			return 0xfffd;
		c = c << 6 | (next & 0x3f);
	}
	if (c < least[n] || c > 0x10ffff || (c >= 0xd800 && c < 0xe000))
		return 0xfffd;
	*size = n;
	return c;
}

size_t utf8_valid_prefix(const char *text, size_t length)
{
	size_t i = 0;

	while (i < length) {
		size_t size;
		utf8_decode(text + i, length - i, &size);
		if (size == 1 && (unsigned char)text[i] >= 0x80)
			break;
		i += size;
	}
	return i;
}

size_t utf8_count(const char *text, size_t length)
{
	size_t n = 0;

	for (size_t i = 0; i < length; i++)
		n += ((unsigned char)text[i] & 0xc0) != 0x80;
	return n;
}

void utf8_replace(const char *text, size_t length, struct strbuf *out)
{
	for (size_t i = 0; i < length;) {
		size_t size;
		uint32_t c = utf8_decode(text + i, length - i, &size);
		strbuf_put_utf8(out, c);
		i += size;
	}
}
