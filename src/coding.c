#include "coding.h"

#include <ctype.h>
#include <errno.h>
#include <iconv.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "xalloc.h"

static bool is_coding_char(char c)
{
	return isalnum((unsigned char)c) || c == '-' || c == '_' || c == '.';
}

/* NAME is SPELLING, or begins with SPELLING and a hyphen. */
static bool is_variant(const char *name, const char *spelling)
{
	size_t n = strlen(spelling);

	return strncmp(name, spelling, n) == 0 && (name[n] == '\0' || name[n] == '-');
}

static char *normal_name(const char *name, size_t length)
{
	static const char *const latin[] = {"latin-1", "iso-8859-1", "iso-latin-1"};
	char begin[13] = "";

	for (size_t i = 0; i < length && i < 12; i++)
		begin[i] = name[i] == '_' ? '-' : (char)tolower((unsigned char)name[i]);
	if (is_variant(begin, "utf-8"))
		return xstrdup("utf-8");
	for (size_t i = 0; i < sizeof latin / sizeof *latin; i++)
		if (is_variant(begin, latin[i]))
			return xstrdup("iso-8859-1");
	return xstrndup(name, length);
}

/* Whether LINE is a comment or blank; only then may line 2 declare. */
static bool is_comment_or_blank(const char *line, size_t length)
{
	size_t i = 0;

	while (i < length && (line[i] == ' ' || line[i] == '\t' || line[i] == '\f'))
		i++;
	return i == length || line[i] == '#';
}

static char *spec_in_line(const char *line, size_t length)
{
	size_t i = 0;

	while (i < length && (line[i] == ' ' || line[i] == '\t' || line[i] == '\f'))
		i++;
	if (i == length || line[i] != '#')
		return NULL;
	for (; i + 7 <= length; i++) {
		if (memcmp(line + i, "coding", 6) != 0 ||
			(line[i + 6] != ':' && line[i + 6] != '='))
			continue;
		size_t at = i + 7;
		while (at < length && (line[at] == ' ' || line[at] == '\t'))
			at++;
		size_t begin = at;
		while (at < length && is_coding_char(line[at]))
			at++;
		if (at > begin)
			return normal_name(line + begin, at - begin);
	}
	return NULL;
}

static size_t line_length(const char *bytes, size_t length)
{
	size_t i = 0;

	while (i < length && bytes[i] != '\n' && bytes[i] != '\r')
		i++;
	return i;
}

char *coding_find(const char *bytes, size_t length)
{
	if (length >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0) {
		bytes += 3;
		length -= 3;
	}
	for (int line = 0; line < 2; line++) {
		size_t n = line_length(bytes, length);
		char *found = spec_in_line(bytes, n);
		if (found)
			return found;
		if (!is_comment_or_blank(bytes, n))
			return NULL;
		if (n + 1 < length && bytes[n] == '\r' && bytes[n + 1] == '\n')
			n++;
		if (n >= length)
			return NULL;
		bytes += n + 1;
		length -= n + 1;
	}
	return NULL;
}

char *coding_iconv_name(const char *name)
{
	static const char *const other[][2] = {{"latin1", "ISO-8859-1"},
		{"l1", "ISO-8859-1"}, {"us-ascii", "ASCII"}, {"cp936", "GBK"},
		{"utf8", "UTF-8"}, {"utf-8-sig", "UTF-8"}, {"mac-roman", "MACINTOSH"},
		{"macroman", "MACINTOSH"}};
	char *copy = xstrdup(name);

	for (char *c = copy; *c; c++)
		*c = *c == '_' ? '-' : (char)tolower((unsigned char)*c);
	for (size_t i = 0; i < sizeof other / sizeof *other; i++) {
		if (strcmp(copy, other[i][0]) == 0) {
			free(copy);
			return xstrdup(other[i][1]);
		}
	}
	return copy;
}

enum coding_result coding_decode(const char *iconv_name, const char *bytes,
	size_t length, struct strbuf *out, size_t *bad)
{
	iconv_t cd = iconv_open("UTF-8", iconv_name);
	char *in = (char *)(uintptr_t)bytes;
	size_t left = length;
	enum coding_result result = CODING_OK;

	if (cd == (iconv_t)-1)
		return CODING_UNKNOWN;
	while (left && result == CODING_OK) {
		char buffer[4096];
		char *to = buffer;
		size_t room = sizeof buffer;
		errno = 0;
		if (iconv(cd, &in, &left, &to, &room) == (size_t)-1 && errno != E2BIG) {
			*bad = length - left;
			result = CODING_BAD;
		}
		strbuf_add(out, buffer, sizeof buffer - room);
	}
	iconv_close(cd);
	return result;
}

void coding_encode(
	const char *iconv_name, const char *text, size_t length, struct strbuf *out)
{
	iconv_t cd = iconv_open(iconv_name, "UTF-8");
	char *in = (char *)(uintptr_t)text;
	size_t left = length;

	if (cd == (iconv_t)-1)
		return;
	while (left) {
		char buffer[4096];
		char *to = buffer;
		size_t room = sizeof buffer;
		errno = 0;
		bool failed = iconv(cd, &in, &left, &to, &room) == (size_t)-1;
		strbuf_add(out, buffer, sizeof buffer - room);
		if (failed && errno != E2BIG) {
			strbuf_putc(out, '?');
			in++;
			left--;
		}
	}
	iconv_close(cd);
}
