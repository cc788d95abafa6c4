#include "base64.h"

#include "strbuf.h"

/* Three bytes are four digits of six bits. */
void base64_add(struct strbuf *out, const char *bytes, size_t length)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				     "abcdefghijklmnopqrstuvwxyz0123456789+/";

	for (size_t i = 0; i < length; i += 3) {
		uint32_t bits = 0;

		for (size_t j = i; j < i + 3; j++)
			bits = bits << 8 | (j < length ? (unsigned char)bytes[j] : 0);
		for (size_t j = 0; j < 4; j++)
			strbuf_putc(out,
				i + j > length ? '='
					       : digits[bits >> (18 - 6 * j) & 63]);
	}
}
