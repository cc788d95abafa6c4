#include "lex_core.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "unicode_id.h"
#include "utf8.h"
#include "xalloc.h"

static const char *const names[] = {
#define TOKEN(kind, text) text,
#define PUNCT(kind, text) text,
#define KEYWORD(kind, text) text,
#include "token.def"
#undef TOKEN
#undef PUNCT
#undef KEYWORD
};

const char *token_name(enum token_kind kind)
{
	return names[kind];
}

bool lex_at_least(const struct lexer *l, int major, int minor)
{
	return py_at_least(l->version, major, minor);
}

uint32_t lex_column(const struct lexer *l, const char *at)
{
	return (uint32_t)(at - l->line_start);
}

void lex_add(struct lexer *l, enum token_kind kind, const char *start, uint32_t line,
	uint32_t column)
{
	struct token_list *out = l->out;

	if (out->count == l->capacity) {
		l->capacity = l->capacity ? l->capacity * 2 : 256;
		out->tokens =
			xreallocarray(out->tokens, l->capacity, sizeof *out->tokens);
	}
	out->tokens[out->count++] =
		(struct token){kind, line, column, l->line, lex_column(l, l->at),
			(uint32_t)(l->at - start), start, (uint32_t)l->bracket_count};
}

/* ---- errors */

static void fail_with(struct lexer *l, const char *type, struct lex_place place,
	const char *format, va_list args)
{
	struct diag *d = &l->out->error;
	struct strbuf message = STRBUF_INIT;
	size_t length;

	strbuf_vprintf(&message, format, args);
	d->kind = DIAG_SYNTAX;
	d->file = xstrdup(source_name(l->source));
	d->line = (int)(place.said ? place.said : place.line);
	d->type = xstrdup(type);
	d->message = strbuf_take(&message);
	if (place.column >= 0)
		d->column = 1 +
			(int)source_column(
				l->source, place.line, (uint32_t)place.column);
	if (place.column >= 0 && l->version.major == 2)
		d->column = 1 + place.column;
	if (place.end_line) {
		d->end_line = (int)place.end_line;
		d->end_column = 1 +
			(int)source_column(
				l->source, place.end_line, (uint32_t)place.end_column);
	}
	const char *text = source_line(l->source, place.line, &length);
	d->source_line = xstrndup(text, length);
}

_Noreturn void lex_fail(struct lexer *l, const char *type, struct lex_place place,
	const char *format, ...)
{
	va_list args;

	va_start(args, format);
	fail_with(l, type, place, format, args);
	va_end(args);
	longjmp(l->failed, 1);
}

_Noreturn void lex_fail_at(struct lexer *l, const char *at, const char *format, ...)
{
	va_list args;
	struct lex_place place = {l->line, (int)lex_column(l, at), 0, 0, 0};

	va_start(args, format);
	fail_with(l, "SyntaxError", place, format, args);
	va_end(args);
	longjmp(l->failed, 1);
}

/* ---- brackets */

static void open_bracket(struct lexer *l, char c)
{
	if (lex_at_least(l, 3, 8) && l->bracket_count >= LEX_MAX_BRACKETS)
		lex_fail_at(l, l->at - (lex_at_least(l, 3, 10) ? 1 : 0),
			"too many nested parentheses");
	if (l->bracket_count == l->bracket_capacity) {
		l->bracket_capacity =
			l->bracket_capacity ? l->bracket_capacity * 2 : 16;
		l->brackets = xreallocarray(
			l->brackets, l->bracket_capacity, sizeof *l->brackets);
	}
	l->brackets[l->bracket_count++] = (struct open_bracket){
		c, l->line, lex_column(l, l->at) - 1, l->fstring_count > 0};
}

static bool matches(char open, char close)
{
	return (open == '(' && close == ')') || (open == '[' && close == ']') ||
		(open == '{' && close == '}');
}

static void close_bracket(struct lexer *l, char c)
{
	const char *at = l->at - 1;
	bool inside_field = l->fstring_count && l->bracket_count &&
		l->fstrings[l->fstring_count - 1].field_count;

	if (l->bracket_count == 0) {
		if (!lex_at_least(l, 3, 8))
			return;
		if (l->is_fragment)
			lex_fail_at(l, at, "f-string: unmatched '%c'", c);
		lex_fail_at(l, at, "unmatched '%c'", c);
	}
	const struct open_bracket *open = &l->brackets[--l->bracket_count];
	if (matches(open->character, c) || !lex_at_least(l, 3, 8))
		return;
	if (inside_field && open->character == '{')
		lex_fail_at(l, at, "f-string: unmatched '%c'", c);
	if (open->line != l->line)
		lex_fail_at(l, at,
			"closing parenthesis '%c' does not match opening parenthesis "
			"'%c' on line %u",
			c, open->character, (unsigned)open->line);
	lex_fail_at(l, at,
		"closing parenthesis '%c' does not match opening parenthesis '%c'", c,
		open->character);
}

/* ---- names */

static bool is_name_byte(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
		(c >= '0' && c <= '9') || c == '_' || (unsigned char)c >= 0x80;
}

static bool keyword_in_version(const struct lexer *l, enum token_kind kind)
{
	switch (kind) {
	case TOKEN_ASYNC:
	case TOKEN_AWAIT:
		return lex_at_least(l, 3, 7);
	case TOKEN_EXEC:
	case TOKEN_PRINT:
		return l->version.major == 2;
	case TOKEN_FALSE:
	case TOKEN_NONE:
	case TOKEN_TRUE:
	case TOKEN_NONLOCAL:
		return l->version.major == 3;
	default:
		return true;
	}
}

static enum token_kind name_kind(const struct lexer *l, const char *text, size_t length)
{
	for (int k = TOKEN_AND; k < TOKEN_KIND_COUNT; k++)
		if (names[k][0] == text[0] && strlen(names[k]) == length &&
			memcmp(names[k], text, length) == 0)
			return keyword_in_version(l, k) ? (enum token_kind)k
							: TOKEN_NAME;
	return TOKEN_NAME;
}

static void bad_character(struct lexer *l, const char *at, uint32_t c)
{
	char shown[5] = "";
	size_t size;

	utf8_decode(at, (size_t)(l->end - at), &size);
	memcpy(shown, at, size);
	if (!lex_at_least(l, 3, 9))
		lex_fail_at(l, at, "invalid character in identifier");
	if (lex_at_least(l, 3, 10) && !unicode_is_printable(c))
		lex_fail_at(l, at, "invalid non-printable character U+%04X", c);
	lex_fail_at(l, at, "invalid character '%s' (U+%04X)", shown, c);
}

static void check_identifier(struct lexer *l, const char *start)
{
	for (const char *at = start; at < l->at;) {
		size_t size;
		uint32_t c = utf8_decode(at, (size_t)(l->at - at), &size);
		if (at == start ? !unicode_is_id_start(c) : !unicode_is_id_continue(c))
			bad_character(l, at, c);
		at += size;
	}
}

/* The longest string prefix at START, 0 if what follows it is no quote. */
static size_t string_prefix(const struct lexer *l, const char *start)
{
	bool b = false, u = false, r = false, f = false;
	const char *p = start;

	for (; p < l->end; p++) {
		char c = *p | 0x20;
		bool three = l->version.major == 3;
		if (*p == '"' || *p == '\'')
			return (size_t)(p - start);
		if (c == 'b' && !b && !u && !f && (three || !r))
			b = true;
		else if (c == 'u' && !b && !u && !f && !r)
			u = true;
		else if (c == 'r' && !r && !(u && three))
			r = true;
		else if ((c == 'f' || (c == 't' && lex_at_least(l, 3, 14))) && three &&
			!f && !b && !u)
			f = true;
		else
			break;
	}
	return 0;
}

static void lex_name(struct lexer *l)
{
	const char *start = l->at;
	size_t prefix = string_prefix(l, start);
	bool ascii = true;

	if (prefix) {
		l->at += prefix;
		lex_string(l, start);
		return;
	}
	while (l->at < l->end && is_name_byte(*l->at))
		ascii &= (unsigned char)*l->at++ < 0x80;
	if (!ascii)
		check_identifier(l, start);
	lex_add(l, name_kind(l, start, (size_t)(l->at - start)), start, l->line,
		lex_column(l, start));
}

/* ---- punctuation */

static enum token_kind punctuation(const struct lexer *l, size_t *size)
{
	for (size_t n = 3; n > 0; n--) {
		if ((size_t)(l->end - l->at) < n)
			continue;
		for (int k = TOKEN_LPAR; k < TOKEN_AND; k++) {
			if (names[k][0] == *l->at && strlen(names[k]) == n &&
				memcmp(names[k], l->at, n) == 0) {
				*size = n;
				return (enum token_kind)k;
			}
		}
	}
	*size = 1;
	return TOKEN_BAD;
}

static bool in_version(const struct lexer *l, enum token_kind kind)
{
	switch (kind) {
	case TOKEN_COLONEQUAL:
		return lex_at_least(l, 3, 8);
	case TOKEN_ELLIPSIS:
	case TOKEN_RARROW:
	case TOKEN_ATEQUAL:
		return l->version.major == 3;
	case TOKEN_BACKQUOTE:
		return l->version.major == 2;
	case TOKEN_EXCLAMATION:
		return l->fstring_count > 0;
	default:
		return true;
	}
}

/* At the brackets of the innermost replacement field of an f-string. */
static bool at_field_level(const struct lexer *l)
{
	if (l->fstring_count == 0)
		return false;
	const struct fstring_mode *f = &l->fstrings[l->fstring_count - 1];
	return f->field_count && l->bracket_count == f->fields[f->field_count - 1];
}

static void lex_punctuation(struct lexer *l)
{
	const char *start = l->at;
	size_t size;
	enum token_kind kind = punctuation(l, &size);
	bool field = at_field_level(l);

	/* A field's colon and its `!` stand alone: f"{x:=5}", f"{x!r}". */
	if (!in_version(l, kind) || (field && kind == TOKEN_COLONEQUAL)) {
		size = 1;
		kind = kind == TOKEN_COLONEQUAL  ? TOKEN_COLON
			: kind == TOKEN_ELLIPSIS ? TOKEN_DOT
			: kind == TOKEN_RARROW   ? TOKEN_MINUS
			: kind == TOKEN_ATEQUAL  ? TOKEN_AT
						 : TOKEN_BAD;
	}
	l->at += size;
	if (kind == TOKEN_LPAR || kind == TOKEN_LSQB || kind == TOKEN_LBRACE) {
		lex_add(l, kind, start, l->line, lex_column(l, start));
		open_bracket(l, *start);
		return;
	}
	if (kind == TOKEN_RPAR || kind == TOKEN_RSQB || kind == TOKEN_RBRACE) {
		close_bracket(l, *start);
		if (field && kind == TOKEN_RBRACE)
			l->fstrings[l->fstring_count - 1].field_count--;
	}
	if (field && kind == TOKEN_COLON) {
		struct fstring_mode *f = &l->fstrings[l->fstring_count - 1];
		f->in_format[f->field_count - 1] = true;
	}
	lex_add(l, kind, start, l->line, lex_column(l, start));
}

/* ---- lines */

static void next_line(struct lexer *l)
{
	l->at++;
	l->line++;
	l->line_start = l->at;
}

static void check_fault(struct lexer *l)
{
	const struct diag *fault = source_fault(l->source);

	if (!fault)
		return;
	struct diag *d = &l->out->error;
	*d = *fault;
	d->file = fault->file ? xstrdup(fault->file) : NULL;
	d->type = xstrdup(fault->type);
	d->message = xstrdup(fault->message);
	d->source_line = fault->source_line ? xstrdup(fault->source_line) : NULL;
	longjmp(l->failed, 1);
}

/* Reads blanks at the start of a line: columns with tabs of 8 and of 1. */
static void measure_indent(struct lexer *l, int *column, int *alt)
{
	*column = *alt = 0;
	for (; l->at < l->end; l->at++) {
		if (*l->at == ' ') {
			++*column;
			++*alt;
		} else if (*l->at == '\t') {
			*column = (*column / 8 + 1) * 8;
			++*alt;
		} else if (*l->at == '\f') {
			*column = *alt = 0;
		} else {
			break;
		}
	}
}

_Noreturn static void fail_tabs(struct lexer *l)
{
	struct lex_place place = {l->line, 0, 0, 0, 0};
	size_t length;

	source_line(l->source, l->line, &length);
	place.column = lex_at_least(l, 3, 10) ? -1 : (int)length - 1;
	lex_fail(l, "TabError", place,
		"inconsistent use of tabs and spaces in indentation");
}

_Noreturn static void fail_dedent(struct lexer *l)
{
	struct lex_place place = {l->line, 0, 0, 0, 0};
	size_t length;

	source_line(l->source, l->line, &length);
	place.column = (int)length - !lex_at_least(l, 3, 9);
	lex_fail(l, "IndentationError", place,
		"unindent does not match any outer indentation level");
}

static void push_indent(struct lexer *l, int column, int alt)
{
	if (l->indent_count + 1 >= LEX_MAX_INDENT) {
		struct lex_place place = {l->line, -1, 0, 0, 0};
		size_t length;
		source_line(l->source, l->line, &length);
		if (!lex_at_least(l, 3, 10))
			place.column = (int)length - !lex_at_least(l, 3, 9);
		lex_fail(
			l, "IndentationError", place, "too many levels of indentation");
	}
	if (l->version.major == 3 && alt <= l->alt_indent[l->indent_count])
		fail_tabs(l);
	l->indent[++l->indent_count] = column;
	l->alt_indent[l->indent_count] = alt;
	lex_add(l, TOKEN_INDENT, l->line_start, l->line, 0);
}

static void set_indent(struct lexer *l, int column, int alt)
{
	if (column > l->indent[l->indent_count]) {
		push_indent(l, column, alt);
		return;
	}
	while (column < l->indent[l->indent_count]) {
		l->indent_count--;
		if (column > l->indent[l->indent_count])
			fail_dedent(l);
		lex_add(l, TOKEN_DEDENT, l->at, l->line, lex_column(l, l->at));
	}
	if (l->version.major == 3 && alt != l->alt_indent[l->indent_count])
		fail_tabs(l);
}

/* At the first byte of a line, outside brackets. */
static void begin_line(struct lexer *l)
{
	int column, alt;

	measure_indent(l, &column, &alt);
	if (l->at >= l->end || *l->at == '#' || *l->at == '\n')
		return; /* nothing on it: no NEWLINE either */
	l->at_line_begin = false;
	set_indent(l, column, alt);
}

static void end_line(struct lexer *l)
{
	const char *start = l->at;

	if (l->bracket_count == 0 && !l->is_fragment && !l->at_line_begin) {
		uint32_t line = l->line, column = lex_column(l, start);
		l->at++;
		lex_add(l, TOKEN_NEWLINE, start, line, column);
		l->at--;
		l->at_line_begin = true;
	} else if (l->bracket_count == 0 && !l->is_fragment) {
		l->at_line_begin = true;
	}
	next_line(l);
}

static void continue_line(struct lexer *l)
{
	const char *backslash = l->at++;

	if (l->at >= l->end || *l->at != '\n') {
		if (l->version.major == 2)
			lex_fail_at(l, backslash + 2,
				"unexpected character after line continuation "
				"character");
		lex_fail_at(l, lex_at_least(l, 3, 10) ? backslash + 1 : l->end,
			"unexpected character after line continuation character");
	}
	next_line(l);
	if (l->at >= l->end && lex_at_least(l, 3, 8)) {
		struct lex_place place = {l->line - 1, 0, 0, 0, 0};
		size_t length;
		source_line(l->source, l->line - 1, &length);
		place.column = (int)length;
		lex_fail(l, "SyntaxError", place, "unexpected EOF while parsing");
	}
}

/* One token, or the blanks, comment or line end before it. */
static void lex_one(struct lexer *l)
{
	char c = *l->at;

	if (lex_in_fstring_text(l)) {
		lex_fstring_text(l);
		return;
	}
	if (l->at_line_begin && l->bracket_count == 0 && !l->is_fragment) {
		begin_line(l);
		if (l->at >= l->end)
			return;
		c = *l->at;
	}
	if (c == ' ' || c == '\t' || c == '\f') {
		l->at++;
	} else if (c == '\n') {
		end_line(l);
	} else if (c == '#') {
		while (l->at < l->end && *l->at != '\n')
			l->at++;
	} else if (c == '\\') {
		continue_line(l);
	} else if ((c >= '0' && c <= '9') ||
		(c == '.' && l->at + 1 < l->end && l->at[1] >= '0' &&
			l->at[1] <= '9')) {
		lex_number(l);
	} else if (is_name_byte(c) &&
		(l->version.major == 3 || (unsigned char)c < 0x80)) {
		lex_name(l);
	} else if (c == '"' || c == '\'') {
		lex_string(l, l->at);
	} else {
		lex_punctuation(l);
	}
}

static void finish(struct lexer *l)
{
	check_fault(l);
	if (l->bracket_count == 0 && !l->is_fragment && l->out->count &&
		!l->at_line_begin)
		lex_add(l, TOKEN_NEWLINE, l->at, l->line, lex_column(l, l->at));
	while (l->indent_count > 0 && l->bracket_count == 0) {
		l->indent_count--;
		lex_add(l, TOKEN_DEDENT, l->at, l->line, 0);
	}
	lex_add(l, TOKEN_END, l->at, l->line, lex_column(l, l->at));
}

static void run(struct lexer *l, struct token_list *out)
{
	*out = (struct token_list){NULL, 0, NULL, 0, DIAG_INIT};
	l->out = out;
	if (setjmp(l->failed) == 0) {
		while (l->at < l->end)
			lex_one(l);
		finish(l);
	} else {
		lex_add(l, TOKEN_ERROR, l->at, l->line, lex_column(l, l->at));
	}
	out->open = l->brackets;
	out->open_count = l->bracket_count;
	free(l->fstrings);
}

void lex_source(const struct source *s, struct token_list *out)
{
	struct lexer l = {.source = s, .version = source_version(s), .line = 1};
	size_t length;

	l.at = l.line_start = source_text(s, &length);
	l.end = l.at + length;
	l.at_line_begin = true;
	run(&l, out);
}

void lex_expression(const struct source *s, const char *at, size_t length,
	uint32_t line, uint32_t column, struct token_list *out)
{
	struct lexer l = {.source = s, .version = source_version(s), .line = line};

	l.at = at;
	l.end = at + length;
	l.line_start = at - column;
	l.is_fragment = true;
	run(&l, out);
}

void token_list_free(struct token_list *list)
{
	free(list->tokens);
	free(list->open);
	diag_free(&list->error);
	*list = (struct token_list){NULL, 0, NULL, 0, DIAG_INIT};
}
