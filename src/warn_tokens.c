#include "warn.h"

#include <stdio.h>
#include <string.h>

#include "lex.h"

void warn_put(
	const struct source *s, uint32_t line, const char *text, struct strbuf *out)
{
	size_t length;
	const char *code = source_line(s, line, &length);

	while (length && strchr(" \t\f", *code)) {
		code++;
		length--;
	}
	while (length && strchr(" \t\f\r\n", code[length - 1]))
		length--;
	strbuf_printf(out, "%s:%u: SyntaxWarning: %s\n  ", source_name(s), line, text);
	strbuf_add(out, code, length);
	strbuf_putc(out, '\n');
}

/* What may follow a backslash. */
static bool is_escape(char c, bool bytes)
{
	return c &&
		strchr(bytes ? "\n\\'\"abfnrtv01234567x" : "\n\\'\"abfnrtv01234567xNuU",
			c);
}

/* \400 and above. */
static bool is_large_octal(const char *p, const char *end)
{
	return end - p >= 3 && p[0] >= '4' && p[0] <= '7' && p[1] >= '0' &&
		p[1] <= '7' && p[2] >= '0' && p[2] <= '7';
}

/* The first wrong escape in P..END. */
static void look_for_escape(const struct source *s, const struct token *t,
	const char *p, const char *end, bool bytes, struct strbuf *out)
{
	char text[64];

	for (; p + 1 < end; p++) {
		if (*p != '\\')
			continue;
		p++;
		if (is_large_octal(p, end))
			snprintf(text, sizeof(text),
				"invalid octal escape sequence '\\%.3s'", p);
		else if (!is_escape(*p, bytes))
			snprintf(text, sizeof(text), "invalid escape sequence '\\%c'",
				*p);
		else
			continue;
		warn_put(s, t->line, text, out);
		return;
	}
}

/* Whether a prefix has the letter C, in lower or upper case. */
static bool has_prefix(const struct token *t, char c)
{
	for (uint32_t i = 0; i < t->length && !strchr("'\"", t->text[i]); i++) {
		if ((t->text[i] | 0x20) == c)
			return true;
	}
	return false;
}

static void look_at_string(
	const struct source *s, const struct token *t, struct strbuf *out)
{
	const char *p = t->text, *end = t->text + t->length;
	bool bytes = has_prefix(t, 'b');

	if (has_prefix(t, 'r'))
		return;
	while (p < end && *p != '\'' && *p != '"')
		p++;
	if (end - p >= 6 && p[1] == p[0] && p[2] == p[0])
		look_for_escape(s, t, p + 3, end - 3, bytes, out);
	else if (end - p >= 2)
		look_for_escape(s, t, p + 1, end - 1, bytes, out);
}

/* 3.11+: a number that a keyword follows without a space. */
static void look_at_number(
	const struct source *s, const struct token *t, struct strbuf *out)
{
	static const char *const words[] = {
		"and", "else", "for", "if", "in", "is", "not", "or"};
	const char *after = t->text + t->length, *what = "decimal";
	char second = t->length > 1 ? (char)(t->text[1] | 0x20) : 0;
	char text[64];
	bool found = false;

	for (unsigned i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		found |= !strncmp(after, words[i], strlen(words[i]));
	if (!found)
		return;
	if (t->text[0] == '0' && second == 'x')
		what = "hexadecimal";
	else if (t->text[0] == '0' && second == 'o')
		what = "octal";
	else if (t->text[0] == '0' && second == 'b')
		what = "binary";
	else if ((after[-1] | 0x20) == 'j')
		what = "imaginary";
	snprintf(text, sizeof(text), "invalid %s literal", what);
	warn_put(s, t->line, text, out);
}

void warn_tokens(const struct source *s, struct strbuf *out)
{
	bool escapes = py_at_least(source_version(s), 3, 12), raw = false;
	struct token_list list;

	if (!py_at_least(source_version(s), 3, 11))
		return;
	lex_source(s, &list);
	for (size_t i = 0; i < list.count; i++) {
		const struct token *t = &list.tokens[i];

		if (t->kind == TOKEN_NUMBER)
			look_at_number(s, t, out);
		else if (t->kind == TOKEN_STRING && escapes)
			look_at_string(s, t, out);
		else if (t->kind == TOKEN_FSTRING_START)
			raw = has_prefix(t, 'r');
		else if (t->kind == TOKEN_FSTRING_MIDDLE && escapes && !raw)
			look_for_escape(s, t, t->text, t->text + t->length, false, out);
	}
	token_list_free(&list);
}
