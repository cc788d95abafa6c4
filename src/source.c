#include "source.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "coding.h"
#include "utf8.h"
#include "xalloc.h"

struct source {
	char *name;
	struct py_version version;
	struct strbuf text;
	uint32_t *starts; /* offset of each line; [line_count] is the end */
	uint32_t line_count;
	char *encoding; /* for iconv; NULL: UTF-8 */
	struct diag fault;
};

/* One line of raw bytes, its end left out. */
struct raw_line {
	const char *bytes;
	size_t length;
	size_t next; /* offset of the line after it */
};

static struct raw_line raw_line_at(const char *bytes, size_t length, size_t from)
{
	size_t end = from;

	while (end < length && bytes[end] != '\n' && bytes[end] != '\r')
		end++;
	struct raw_line line = {bytes + from, end - from, end};
	if (end < length && bytes[end] == '\r')
		line.next++;
	if (line.next < length && bytes[line.next] == '\n')
		line.next++;
	return line;
}

static void set_fault(struct source *s, int line, char *message)
{
	s->fault.kind = DIAG_SYNTAX;
	s->fault.file = xstrdup(s->name);
	s->fault.line = line;
	s->fault.type = xstrdup("SyntaxError");
	s->fault.message = message;
}

/* A file that cannot be read as its coding line says. */
static void coding_fault(struct source *s, const char *encoding, const char *tail)
{
	struct strbuf text = STRBUF_INIT;
	bool placeless = py_at_least(s->version, 3, 9);

	strbuf_printf(&text, "encoding problem: %s%s", encoding, tail);
	set_fault(s, placeless ? 0 : 1, strbuf_take(&text));
	if (placeless) {
		free(s->fault.file);
		s->fault.file = NULL;
	}
}

/* Bytes that are no UTF-8 (in 2.7: no ASCII), and no coding line. */
static void undeclared_fault(struct source *s, unsigned char byte, int line)
{
	struct strbuf text = STRBUF_INIT;
	bool two = s->version.major == 2;
	const char *where = "http://python.org/dev/peps/pep-0263/";

	if (py_at_least(s->version, 3, 11))
		where = "https://peps.python.org/pep-0263/";
	else if (py_at_least(s->version, 3, 9))
		where = "https://python.org/dev/peps/pep-0263/";
	/* 3.10 counts the line that it has already begun to look for. */
	int said = s->version.major == 3 && s->version.minor == 10 ? line + 1 : line;
	strbuf_printf(&text,
		"%s '\\x%.2x' in file %s on line %i, but no encoding declared; "
		"see %s for details",
		two ? "Non-ASCII character" : "Non-UTF-8 code starting with", byte,
		s->name, said, where);
	set_fault(s, py_at_least(s->version, 3, 9) ? 0 : line, strbuf_take(&text));
	if (py_at_least(s->version, 3, 9)) {
		free(s->fault.file);
		s->fault.file = NULL;
	}
}

static const char *utf8_reason(const char *text, size_t length, size_t at)
{
	unsigned char lead = (unsigned char)text[at];

	if (lead < 0xc2 || lead > 0xf4)
		return "invalid start byte";
	size_t need = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
	for (size_t i = 1; i < need; i++) {
		if (at + i >= length)
			return "unexpected end of data";
		if (((unsigned char)text[at + i] & 0xc0) != 0x80)
			return "invalid continuation byte";
	}
	return "invalid continuation byte";
}

/* Declared as UTF-8 and is none: the position Python reports is that in the token. */
static void declared_fault(
	struct source *s, const struct raw_line *line, size_t at, int number)
{
	struct strbuf text = STRBUF_INIT;

	strbuf_printf(&text,
		"(unicode error) 'utf-8' codec can't decode byte 0x%02x in position 0: %s",
		(unsigned char)line->bytes[at],
		utf8_reason(line->bytes, line->length, at));
	set_fault(s, number, strbuf_take(&text));
	if (!py_at_least(s->version, 3, 9))
		return;
	struct strbuf shown = STRBUF_INIT;
	utf8_replace(line->bytes, line->length, &shown);
	s->fault.column = (int)utf8_count(line->bytes, at) + 1;
	s->fault.source_line = strbuf_take(&shown);
}

static void nul_fault(struct source *s, const struct raw_line *line, int number)
{
	const char *nul = memchr(line->bytes, '\0', line->length);

	set_fault(s, number, xstrdup("source code cannot contain null bytes"));
	s->fault.source_line = xstrndup(line->bytes, (size_t)(nul - line->bytes));
}

/* Whether Python accepts LINE; else sets the fault. */
static bool check_line(
	struct source *s, const struct raw_line *line, int number, bool declared)
{
	size_t bad;

	if (memchr(line->bytes, '\0', line->length) && py_at_least(s->version, 3, 11)) {
		nul_fault(s, line, number);
		return false;
	}
	if (s->version.major == 2 && declared)
		return true;
	bad = s->version.major == 2 ? utf8_ascii_prefix(line->bytes, line->length)
				    : utf8_valid_prefix(line->bytes, line->length);
	if (bad == line->length)
		return true;
	if (declared)
		declared_fault(s, line, bad, number);
	else
		undeclared_fault(s, (unsigned char)line->bytes[bad], number);
	return false;
}

/* Before 3.11 a NUL ends what is read of its line, and the next line follows at
 * once. */
static void add_line(struct source *s, const struct raw_line *line)
{
	const char *nul = memchr(line->bytes, '\0', line->length);

	if (nul) {
		strbuf_add(&s->text, line->bytes, (size_t)(nul - line->bytes));
	} else {
		strbuf_add(&s->text, line->bytes, line->length);
		strbuf_putc(&s->text, '\n');
	}
}

static void add_lines(struct source *s, const char *bytes, size_t length, bool declared)
{
	int number = 1;

	for (size_t at = 0; at < length; number++) {
		struct raw_line line = raw_line_at(bytes, length, at);
		if (!check_line(s, &line, number, declared))
			return;
		add_line(s, &line);
		at = line.next;
	}
	if (s->text.length && s->text.text[s->text.length - 1] != '\n')
		strbuf_putc(&s->text, '\n');
}

static void index_lines(struct source *s)
{
	size_t capacity = 0;

	for (size_t at = 0; at <= s->text.length;) {
		if (s->line_count + 1 >= capacity) {
			capacity = capacity ? capacity * 2 : 64;
			s->starts =
				xreallocarray(s->starts, capacity, sizeof *s->starts);
		}
		s->starts[s->line_count] = (uint32_t)at;
		const char *end = memchr(s->text.text + at, '\n', s->text.length - at);
		if (!end)
			break;
		s->line_count++;
		at = (size_t)(end - s->text.text) + 1;
	}
}

/* What 2.7 says of a line that its codec refuses. */
static void codec_fault(struct source *s, const char *encoding, const char *bytes,
	size_t length, size_t bad)
{
	struct strbuf text = STRBUF_INIT;
	int number = 0;
	size_t at = 0;
	struct raw_line line = {bytes, 0, 0};

	do {
		line = raw_line_at(bytes, length, at);
		number++;
		if (bad < line.next)
			break;
		at = line.next;
	} while (at < length);
	if (strcmp(encoding, "ascii") == 0)
		strbuf_printf(&text,
			"'ascii' codec can't decode byte 0x%02x in position %zu: "
			"ordinal not in range(128)",
			(unsigned char)bytes[bad], bad - at);
	else
		strbuf_printf(&text,
			"'%s' codec can't decode bytes in position %zu-%zu: "
			"illegal multibyte sequence",
			encoding, bad - at, bad - at + 1);
	set_fault(s, number, strbuf_take(&text));
}

/* Decodes all of BYTES with iconv, then reads the lines of the result. */
static void add_recoded(
	struct source *s, const char *encoding, const char *bytes, size_t length)
{
	struct strbuf out = STRBUF_INIT;
	size_t bad;

	s->encoding = coding_iconv_name(encoding);
	switch (coding_decode(s->encoding, bytes, length, &out, &bad)) {
	case CODING_UNKNOWN:
		coding_fault(s, encoding, "");
		break;
	case CODING_BAD:
		if (s->version.major == 2)
			codec_fault(s, encoding, bytes, length, bad);
		else
			coding_fault(s, encoding, "");
		break;
	case CODING_OK:
		add_lines(s, out.text, out.length, true);
		break;
	}
	strbuf_free(&out);
}

static void read_bytes(struct source *s, const char *bytes, size_t length)
{
	bool bom = length >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0;
	char *encoding = coding_find(bytes, length);

	if (bom) {
		bytes += 3;
		length -= 3;
	}
	if (bom && encoding && strcmp(encoding, "utf-8") != 0)
		coding_fault(s, encoding, " with BOM");
	else if (!encoding || strcmp(encoding, "utf-8") == 0)
		add_lines(s, bytes, length, bom || encoding);
	else
		add_recoded(s, encoding, bytes, length);
	free(encoding);
}

struct source *source_new(
	const char *name, const void *bytes, size_t length, struct py_version version)
{
	struct source *s = xcalloc(1, sizeof *s);

	s->name = xstrdup(name);
	s->version = version;
	s->text = (struct strbuf)STRBUF_INIT;
	read_bytes(s, bytes, length);
	index_lines(s);
	return s;
}

void source_free(struct source *s)
{
	if (!s)
		return;
	free(s->name);
	strbuf_free(&s->text);
	free(s->starts);
	free(s->encoding);
	diag_free(&s->fault);
	free(s);
}

const char *source_name(const struct source *s)
{
	return s->name;
}

struct py_version source_version(const struct source *s)
{
	return s->version;
}

const char *source_text(const struct source *s, size_t *length)
{
	*length = s->text.length;
	return s->text.text;
}

uint32_t source_line_count(const struct source *s)
{
	return s->line_count;
}

const char *source_line(const struct source *s, uint32_t number, size_t *length)
{
	assert(number >= 1);
	if (number > s->line_count) {
		*length = 0;
		return "";
	}
	*length = s->starts[number] - s->starts[number - 1] - 1;
	return s->text.text + s->starts[number - 1];
}

uint32_t source_column(const struct source *s, uint32_t number, uint32_t column)
{
	size_t length;
	const char *line = source_line(s, number, &length);

	return (uint32_t)utf8_count(line, column < length ? column : length) +
		(column > length ? column - (uint32_t)length : 0);
}

bool source_is_recoded(const struct source *s)
{
	return s->encoding != NULL;
}

void source_encode(
	const struct source *s, const char *text, size_t length, struct strbuf *out)
{
	if (s->encoding)
		coding_encode(s->encoding, text, length, out);
	else
		strbuf_add(out, text, length);
}

const struct diag *source_fault(const struct source *s)
{
	return s->fault.kind == DIAG_NONE ? NULL : &s->fault;
}
