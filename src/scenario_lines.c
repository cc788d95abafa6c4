#include "scenario_part.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "coding.h"
#include "strbuf.h"
#include "xalloc.h"

/* The source as lines of text, and the comments for the audience. */

static void add_line(struct scenario *s, const char *text, size_t length, int *capacity)
{
	if (s->line_count == *capacity) {
		*capacity = *capacity ? 2 * *capacity : 64;
		s->lines =
			xreallocarray(s->lines, (size_t)*capacity, sizeof(*s->lines));
	}
	s->lines[s->line_count++] = xstrndup(text, length);
}

static void split(struct scenario *s, const char *text, size_t length)
{
	const char *end = text + length;
	int capacity = 0;

	while (text < end) {
		size_t n = 0, step;

		while (text + n < end && text[n] != '\n' && text[n] != '\r')
			n++;
		step = n;
		if (text + step < end)
			step += text[n] == '\r' && text + n + 1 < end &&
					text[n + 1] == '\n'
				? 2
				: 1;
		add_line(s, text, n, &capacity);
		text += step;
	}
}

void scenario_lines(struct scenario *s)
{
	char *coding = coding_find(s->bytes, s->length);
	struct strbuf decoded = STRBUF_INIT;
	size_t bad;
	char *name;

	if (!coding || strcmp(coding, "utf-8") == 0) {
		split(s, s->bytes, s->length);
		free(coding);
		return;
	}
	name = coding_iconv_name(coding);
	if (coding_decode(name, s->bytes, s->length, &decoded, &bad) == CODING_OK)
		split(s, decoded.text, decoded.length);
	else
		split(s, s->bytes, s->length);
	strbuf_free(&decoded);
	free(name);
	free(coding);
}

/* The comment in a line: its '#', or NULL.  Quotes on the same line are minded;
 * a string over several lines is taken for code. */
static const char *find_comment(const char *line)
{
	char quote = 0;

	for (; *line; line++) {
		if (quote) {
			if (*line == '\\' && line[1])
				line++;
			else if (*line == quote)
				quote = 0;
		} else if (*line == '"' || *line == '\'') {
			quote = *line;
		} else if (*line == '#') {
			return line;
		}
	}
	return NULL;
}

static bool is_blank(const char *from, const char *to)
{
	while (from < to && isspace((unsigned char)*from))
		from++;
	return from == to;
}

static bool has_code(const char *line)
{
	const char *comment = find_comment(line);

	return !is_blank(line, comment ? comment : line + strlen(line));
}

/* The number of the next line with code after line N (from 1). */
static int next_code(const struct scenario *s, int n)
{
	for (int i = n; i < s->line_count; i++) {
		if (has_code(s->lines[i]))
			return i + 1;
	}
	return 0;
}

/* What kind of comment it is; returns its text or NULL. */
static const char *read_mark(
	const char *comment, enum caption_kind *kind, char language[8])
{
	size_t n = 0;

	comment++;
	*kind = CAPTION_TEXT;
	if (*comment == '-')
		*kind = CAPTION_NOTE;
	else if (*comment == '?')
		*kind = CAPTION_QUESTION;
	if (*kind != CAPTION_TEXT)
		comment++;
	if (*comment++ != ':')
		return NULL;
	while (isalpha((unsigned char)comment[n]) && n < 7)
		n++;
	if (comment[n] && !isspace((unsigned char)comment[n]))
		n = 0;
	memcpy(language, comment, n);
	language[n] = '\0';
	comment += n;
	while (*comment == ' ' || *comment == '\t')
		comment++;
	return comment;
}

static void append(char **text, const char *more)
{
	struct strbuf joined = STRBUF_INIT;

	strbuf_puts(&joined, *text);
	strbuf_putc(&joined, ' ');
	strbuf_puts(&joined, more);
	free(*text);
	*text = strbuf_take(&joined);
}

/* A translation without a mark of its own kind belongs to what it follows. */
static enum caption_kind kind_of(const struct scenario *s, const struct caption *c)
{
	const struct caption *last =
		s->caption_count ? &s->captions[s->caption_count - 1] : NULL;

	if (c->kind == CAPTION_TEXT && c->language[0] && last && last->line == c->line)
		return last->kind;
	return c->kind;
}

static void add_caption(struct scenario *s, struct caption c, const char *text)
{
	c.kind = kind_of(s, &c);
	for (int i = 0; i < s->caption_count; i++) {
		struct caption *old = &s->captions[i];

		if (old->line == c.line && old->kind == c.kind &&
			strcmp(old->language, c.language) == 0) {
			append(&old->text, text);
			return;
		}
	}
	c.text = xstrdup(text);
	s->captions = xreallocarray(
		s->captions, (size_t)s->caption_count + 1, sizeof(*s->captions));
	s->captions[s->caption_count++] = c;
}

void scenario_captions(struct scenario *s)
{
	for (int i = 0; i < s->line_count; i++) {
		const char *comment = find_comment(s->lines[i]);
		const char *text;
		struct caption c = {0};

		if (!comment)
			continue;
		text = read_mark(comment, &c.kind, c.language);
		if (!text)
			continue;
		c.line = is_blank(s->lines[i], comment) ? next_code(s, i + 1) : i + 1;
		if (c.line)
			add_caption(s, c, text);
	}
}

static bool is_caption(const char *line)
{
	const char *comment = find_comment(line);
	enum caption_kind kind;
	char language[8];

	return comment && is_blank(line, comment) &&
		read_mark(comment, &kind, language);
}

static bool is_setting(const char *line)
{
	return strncmp(line, "# gcrefs:", 9) == 0 || strncmp(line, "# python:", 9) == 0;
}

bool scenario_is_aside(const struct scenario *s, int line)
{
	const char *text = s->lines[line - 1];

	if (is_caption(text) || is_setting(text))
		return true;
	return is_blank(text, text + strlen(text)) && line < s->line_count &&
		is_caption(s->lines[line]);
}
