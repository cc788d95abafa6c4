#include "wtext.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "wtext_table.h"

static bool in_ranges(uint32_t code, const struct wtext_range *ranges, int count)
{
	int low = 0, high = count;

	while (low < high) {
		int middle = (low + high) / 2;
		if (code > ranges[middle].last)
			low = middle + 1;
		else
			high = middle;
	}
	return low < count && code >= ranges[low].first;
}

int wtext_code_width(uint32_t code)
{
	if (code >= 0x20 && code < 0x7f)
		return 1;
	if (code > 0x10ffff || in_ranges(code, wtext_hidden, wtext_hidden_count))
		return -1;
	if (in_ranges(code, wtext_marks, wtext_marks_count))
		return 0;
	return in_ranges(code, wtext_wide, wtext_wide_count) ? 2 : 1;
}

static int sequence_length(unsigned char lead)
{
	if (lead < 0x80)
		return 1;
	if (lead >= 0xc2 && lead < 0xe0)
		return 2;
	if (lead >= 0xe0 && lead < 0xf0)
		return 3;
	return lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
}

int wtext_decode(const char *at, const char *end, uint32_t *code)
{
	static const uint32_t least[5] = {0, 0, 0x80, 0x800, 0x10000};
	static const uint32_t lead_bits[5] = {0, 0x7f, 0x1f, 0x0f, 0x07};
	int length = at < end ? sequence_length((unsigned char)*at) : 0;
	uint32_t value;

	if (length == 0 || length > end - at)
		return 0;
	value = (unsigned char)*at & lead_bits[length];
	for (int i = 1; i < length; i++) {
		unsigned char byte = (unsigned char)at[i];
		if ((byte & 0xc0) != 0x80)
			return 0;
		value = value << 6 | (byte & 0x3f);
	}
	/* Python's own strings may hold surrogates; they arrive encoded. */
	if (value < least[length] || value > 0x10ffff)
		return 0;
	*code = value;
	return length;
}

struct wtext wtext_start(const char *text, size_t length, enum glyph_set glyphs)
{
	return (struct wtext){text, text + length, glyphs, "", 0};
}

static int give(struct wtext_cluster *out, uint32_t code, int width)
{
	memset(out->code, 0, sizeof out->code);
	out->code[0] = code;
	out->width = width;
	return 1;
}

static int give_escape(struct wtext *t, struct wtext_cluster *out)
{
	return give(out, (unsigned char)t->escape[t->escape_at++], 1);
}

static int escape_code(struct wtext *t, struct wtext_cluster *out, uint32_t code)
{
	t->escape_at = 0;
	snprintf(t->escape, sizeof t->escape, code < 0x100 ? "\\x%02x" : "U+%04X",
		(unsigned)code);
	return give_escape(t, out);
}

static void take_marks(struct wtext *t, struct wtext_cluster *out)
{
	uint32_t mark;
	int length, count = 1;

	while ((length = wtext_decode(t->at, t->end, &mark)) > 0 && mark >= 0x80 &&
		wtext_code_width(mark) == 0) {
		t->at += length;
		if (count < WTEXT_CODES)
			out->code[count++] = mark;
	}
}

int wtext_next(struct wtext *t, struct wtext_cluster *out)
{
	uint32_t code, folded;
	int length, width;

	if (t->escape[t->escape_at])
		return give_escape(t, out);
	if (t->at >= t->end)
		return 0;
	length = wtext_decode(t->at, t->end, &code);
	if (length == 0)
		return escape_code(t, out, (unsigned char)*t->at++);
	t->at += length;
	if (t->glyphs != GLYPHS_UNICODE && (folded = glyph_fold(t->glyphs, code)))
		return give(out, folded, 1);
	width = wtext_code_width(code);
	if (width <= 0 || (t->glyphs == GLYPHS_ASCII && code >= 0x80))
		return escape_code(t, out, code);
	give(out, code, width);
	if (t->glyphs != GLYPHS_ASCII)
		take_marks(t, out);
	return 1;
}

int wtext_width(const char *text, enum glyph_set glyphs)
{
	struct wtext t = wtext_start(text, strlen(text), glyphs);
	struct wtext_cluster cluster;
	int columns = 0;

	while (wtext_next(&t, &cluster))
		columns += cluster.width;
	return columns;
}
