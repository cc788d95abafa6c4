#include "lex_core.h"

#include <string.h>

#include "xalloc.h"

static int quote_size(const struct lexer *l)
{
	char q = *l->at;

	return l->end - l->at >= 3 && l->at[1] == q && l->at[2] == q ? 3 : 1;
}

static bool at_quotes(const struct lexer *l, char quote, int size)
{
	for (int i = 0; i < size; i++)
		if (l->at + i >= l->end || l->at[i] != quote)
			return false;
	return true;
}

static void step(struct lexer *l)
{
	if (*l->at++ == '\n') {
		l->line++;
		l->line_start = l->at;
	}
}

/* The number of the line on which Python notices that a string is open. */
static uint32_t detected_line(const struct lexer *l)
{
	return l->at >= l->end && l->line > 1 && l->at == l->line_start ? l->line - 1
									: l->line;
}

/* Up to 3.9 the end of the file counts as one more line, and a line's end at the end as
 * another; what is shown is the last one, from 3.8 the last that has anything. */
static struct lex_place end_place(const struct lexer *l)
{
	bool ended = l->at == l->line_start;
	uint32_t last = detected_line(l), shown = last;
	size_t length;

	if (l->version.major == 2)
		return (struct lex_place){last + 2, 0, 0, 0, 0};
	if (ended && !lex_at_least(l, 3, 8))
		shown++;
	source_line(l->source, shown, &length);
	if (length && !lex_at_least(l, 3, 9))
		length--;
	return (struct lex_place){shown, (int)length, 0, 0, last + 1 + ended};
}

_Noreturn static void fail_open(
	struct lexer *l, int size, uint32_t line, uint32_t column, const char *prefix)
{
	struct lex_place place = {line, (int)column, 0, 0, 0};
	bool new_words = lex_at_least(l, 3, 10);

	if (size == 3 && new_words)
		lex_fail(l, "SyntaxError", place,
			"unterminated triple-quoted %sstring literal (detected at line %u)",
			prefix, (unsigned)detected_line(l));
	if (new_words)
		lex_fail(l, "SyntaxError", place,
			"unterminated %sstring literal (detected at line %u)", prefix,
			(unsigned)detected_line(l));
	if (size == 3)
		lex_fail(l, "SyntaxError", end_place(l),
			"EOF while scanning triple-quoted string literal");
	place.line = l->line;
	place.column = (int)lex_column(l, l->at) - !lex_at_least(l, 3, 9);
	if (place.column < 0)
		place.column = 0;
	lex_fail(l, "SyntaxError", place, "EOL while scanning string literal");
}

static bool is_raw(const char *start, const char *quote)
{
	for (; start < quote; start++)
		if ((*start | 0x20) == 'r')
			return true;
	return false;
}

bool lex_is_fstring_prefix(const struct lexer *l, const char *start, size_t length)
{
	for (size_t i = 0; i < length; i++)
		if ((start[i] | 0x20) == 'f' || (start[i] | 0x20) == 't')
			return l->version.major == 3;
	return false;
}

void lex_string(struct lexer *l, const char *start)
{
	uint32_t line = l->line, column = lex_column(l, start);

	if (lex_at_least(l, 3, 12) &&
		lex_is_fstring_prefix(l, start, (size_t)(l->at - start))) {
		lex_fstring_begin(l, start);
		return;
	}
	char quote = *l->at;
	int size = quote_size(l);
	l->at += size;
	while (l->at < l->end && !at_quotes(l, quote, size)) {
		if (size == 1 && *l->at == '\n')
			fail_open(l, size, line, column, "");
		if (*l->at == '\\' && l->at + 1 < l->end)
			l->at++;
		step(l);
	}
	if (l->at >= l->end)
		fail_open(l, size, line, column, "");
	l->at += size;
	lex_add(l, TOKEN_STRING, start, line, column);
}

/* ---- f-strings of 3.12 and later */

void lex_fstring_begin(struct lexer *l, const char *start)
{
	struct fstring_mode f = {.quote = *l->at,
		.quote_size = quote_size(l),
		.raw = is_raw(start, l->at),
		.line = l->line,
		.column = lex_column(l, start),
		.bracket_base = l->bracket_count};

	for (const char *p = start; p < l->at; p++)
		f.is_template |= (*p | 0x20) == 't';
	if (l->fstring_count + 1 >= LEX_MAX_FSTRINGS)
		lex_fail_at(l, start, "too many nested f-strings");
	if (l->fstring_count == l->fstring_capacity) {
		l->fstring_capacity = l->fstring_capacity ? l->fstring_capacity * 2 : 4;
		l->fstrings = xreallocarray(
			l->fstrings, l->fstring_capacity, sizeof *l->fstrings);
	}
	l->fstrings[l->fstring_count++] = f;
	l->at += f.quote_size;
	lex_add(l, TOKEN_FSTRING_START, start, l->line, f.column);
}

bool lex_in_fstring_text(const struct lexer *l)
{
	if (l->fstring_count == 0)
		return false;
	const struct fstring_mode *f = &l->fstrings[l->fstring_count - 1];
	if (f->field_count == 0)
		return true;
	return f->in_format[f->field_count - 1] &&
		l->bracket_count == f->fields[f->field_count - 1];
}

static void open_field(struct lexer *l, struct fstring_mode *f)
{
	const char *start = l->at;

	if (f->field_count >= sizeof f->fields / sizeof *f->fields)
		lex_fail_at(l, start, "f-string: expressions nested too deeply");
	if (l->bracket_count >= LEX_MAX_BRACKETS)
		lex_fail_at(l, start, "too many nested parentheses");
	if (l->bracket_count == l->bracket_capacity) {
		l->bracket_capacity =
			l->bracket_capacity ? l->bracket_capacity * 2 : 16;
		l->brackets = xreallocarray(
			l->brackets, l->bracket_capacity, sizeof *l->brackets);
	}
	l->at++;
	lex_add(l, TOKEN_LBRACE, start, l->line, lex_column(l, start));
	l->brackets[l->bracket_count++] =
		(struct open_bracket){'{', l->line, lex_column(l, start), true};
	f->fields[f->field_count] = l->bracket_count;
	f->in_format[f->field_count++] = false;
}

static void close_field(struct lexer *l, struct fstring_mode *f)
{
	const char *start = l->at++;

	l->bracket_count--;
	f->field_count--;
	lex_add(l, TOKEN_RBRACE, start, l->line, lex_column(l, start));
}

static void end_fstring(struct lexer *l, const struct fstring_mode *f)
{
	const char *start = l->at;

	l->at += f->quote_size;
	l->fstring_count--;
	lex_add(l, TOKEN_FSTRING_END, start, l->line, lex_column(l, start));
}

/* Over \N{...} as a whole, and over an escaped character that is no brace. */
static void skip_escape(struct lexer *l, const struct fstring_mode *f)
{
	l->at++;
	if (l->at >= l->end || *l->at == '{' || *l->at == '}')
		return;
	if (!f->raw && *l->at == 'N' && l->at + 1 < l->end && l->at[1] == '{') {
		while (l->at < l->end && *l->at != '}' && *l->at != '\n' &&
			*l->at != f->quote)
			l->at++;
		if (l->at < l->end && *l->at == '}')
			l->at++;
		return;
	}
	step(l);
}

/* Moves over text up to a field, a closing brace or the end of the string. */
static void skip_text(struct lexer *l, const struct fstring_mode *f)
{
	bool format = f->field_count > 0;

	while (l->at < l->end && !at_quotes(l, f->quote, f->quote_size)) {
		char c = *l->at;
		bool doubled = l->at + 1 < l->end && l->at[1] == c;
		if (c == '\n' && f->quote_size == 1)
			return;
		if (c == '\\') {
			skip_escape(l, f);
		} else if ((c == '{' || c == '}') && (format || !doubled)) {
			return;
		} else if (c == '{' || c == '}') {
			l->at += 2;
		} else {
			step(l);
		}
	}
}

void lex_fstring_text(struct lexer *l)
{
	struct fstring_mode *f = &l->fstrings[l->fstring_count - 1];
	const char *start = l->at;
	uint32_t line = l->line, column = lex_column(l, start);

	skip_text(l, f);
	if (l->at >= l->end || (*l->at == '\n' && f->quote_size == 1))
		fail_open(l, f->quote_size, f->line, f->column,
			f->is_template ? "t-" : "f-");
	if (l->at > start)
		lex_add(l, TOKEN_FSTRING_MIDDLE, start, line, column);
	if (*l->at == '{')
		open_field(l, f);
	else if (*l->at == '}' && f->field_count)
		close_field(l, f);
	else if (*l->at == '}')
		lex_fail_at(l, l->at, "f-string: single '}' is not allowed");
	else
		end_fstring(l, f);
}
