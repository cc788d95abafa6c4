#include "prompt.h"

#include <stdlib.h>
#include <string.h>

#include "xalloc.h"

void prompt_lines_add(struct prompt_lines *l, const char *line)
{
	if (!*line || (l->count && strcmp(l->at[l->count - 1], line) == 0))
		return;
	if (l->count == PROMPT_LINES) {
		free(l->at[0]);
		memmove(l->at, l->at + 1, (PROMPT_LINES - 1) * sizeof(*l->at));
		l->count--;
	}
	l->at = xreallocarray(l->at, (size_t)l->count + 1, sizeof(*l->at));
	l->at[l->count++] = xstrdup(line);
}

void prompt_lines_free(struct prompt_lines *l)
{
	for (int i = 0; i < l->count; i++)
		free(l->at[i]);
	free(l->at);
	*l = (struct prompt_lines){0};
}

void candidates_add(struct candidates *c, const char *text)
{
	c->at = xreallocarray(c->at, (size_t)c->count + 1, sizeof(*c->at));
	c->at[c->count++] = xstrdup(text);
}

void candidates_match(struct candidates *c, const char *word, const char *text)
{
	if (strncmp(word, text, strlen(word)) == 0)
		candidates_add(c, text);
}

static void forget_candidates(struct prompt *p)
{
	for (int i = 0; i < p->candidates.count; i++)
		free(p->candidates.at[i]);
	free(p->candidates.at);
	p->candidates = (struct candidates){0};
	p->candidate = -1;
}

void prompt_open(struct prompt *p, struct prompt_lines *lines)
{
	prompt_free(p);
	p->text = p->typed = (struct strbuf)STRBUF_INIT;
	p->lines = lines;
	p->line_at = lines->count;
	p->candidate = -1;
}

void prompt_free(struct prompt *p)
{
	forget_candidates(p);
	if (p->text.text)
		strbuf_free(&p->text);
	if (p->typed.text)
		strbuf_free(&p->typed);
	p->cursor = 0;
}

/* Characters. */

static bool is_inside(char c)
{
	return ((unsigned char)c & 0xc0) == 0x80;
}

static size_t before(const struct prompt *p, size_t at)
{
	if (at > 0)
		at--;
	while (at > 0 && is_inside(p->text.text[at]))
		at--;
	return at;
}

static size_t behind(const struct prompt *p, size_t at)
{
	if (at < p->text.length)
		at++;
	while (at < p->text.length && is_inside(p->text.text[at]))
		at++;
	return at;
}

/* Puts TEXT in the place of the bytes FROM..TO; the cursor stands behind it. */
static void replace(struct prompt *p, size_t from, size_t to, const char *text)
{
	struct strbuf new = STRBUF_INIT;

	strbuf_add(&new, p->text.text, from);
	strbuf_puts(&new, text);
	p->cursor = new.length;
	strbuf_add(&new, p->text.text + to, p->text.length - to);
	strbuf_free(&p->text);
	p->text = new;
}

static void insert(struct prompt *p, uint32_t code)
{
	struct strbuf text = STRBUF_INIT;

	strbuf_put_utf8(&text, code);
	replace(p, p->cursor, p->cursor, text.text);
	strbuf_free(&text);
}

static void delete_word(struct prompt *p)
{
	size_t from = p->cursor;

	while (from > 0 && p->text.text[from - 1] == ' ')
		from--;
	while (from > 0 && p->text.text[from - 1] != ' ')
		from--;
	replace(p, from, p->cursor, "");
}

/* Older lines. */

static void show_line(struct prompt *p, int at)
{
	if (p->line_at == p->lines->count) {
		strbuf_clear(&p->typed);
		strbuf_puts(&p->typed, p->text.text);
	}
	p->line_at = at;
	replace(p, 0, p->text.length,
		at == p->lines->count ? p->typed.text : p->lines->at[at]);
}

/* What was typed itself, before an older line was shown. */
static const char *typed(const struct prompt *p)
{
	return p->line_at == p->lines->count ? p->text.text : p->typed.text;
}

static void look_back(struct prompt *p, int by)
{
	size_t length = strlen(typed(p));
	int at = p->line_at + by;

	while (at >= 0 && at < p->lines->count &&
		strncmp(p->lines->at[at], typed(p), length) != 0)
		at += by;
	if (at >= 0 && at <= p->lines->count)
		show_line(p, at);
}

static void search_back(struct prompt *p)
{
	int at = p->line_at - 1;

	while (at >= 0 && !strstr(p->lines->at[at], typed(p)))
		at--;
	if (at >= 0)
		show_line(p, at);
}

/* Completion. */

/* Bytes that all candidates begin with. */
static size_t common_length(const struct candidates *c)
{
	size_t n = strlen(c->at[0]);

	for (int i = 1; i < c->count; i++) {
		size_t same = 0;

		while (same < n && c->at[i][same] == c->at[0][same])
			same++;
		n = same;
	}
	return n;
}

static void begin_completion(struct prompt *p, const struct prompt_completer *completer)
{
	char *line = xstrndup(p->text.text, p->cursor), *common;
	struct candidates *c = &p->candidates;

	forget_candidates(p);
	completer->complete(completer->context, line, c);
	if (c->count > 0) {
		common = xstrndup(c->at[0], common_length(c));
		replace(p, c->from, p->cursor, common);
		free(common);
	}
	if (c->count == 1 && p->text.text[p->cursor - 1] != '=')
		insert(p, ' ');
	if (c->count == 1)
		forget_candidates(p);
	free(line);
}

static void complete(struct prompt *p, const struct prompt_completer *completer, int by)
{
	int count = p->candidates.count;

	if (count == 0) {
		if (completer)
			begin_completion(p, completer);
		return;
	}
	p->candidate = p->candidate < 0 && by < 0 ? count - 1
						  : (p->candidate + by + count) % count;
	replace(p, p->candidates.from, p->cursor, p->candidates.at[p->candidate]);
}

/* Keys. */

static void edit(struct prompt *p, uint32_t code)
{
	switch (code) {
	case KEY_LEFT:
		p->cursor = before(p, p->cursor);
		break;
	case KEY_RIGHT:
		p->cursor = behind(p, p->cursor);
		break;
	case KEY_HOME:
	case KEY_CTRL | 'a':
		p->cursor = 0;
		break;
	case KEY_END:
	case KEY_CTRL | 'e':
		p->cursor = p->text.length;
		break;
	case KEY_BACKSPACE:
		replace(p, before(p, p->cursor), p->cursor, "");
		break;
	case KEY_DELETE: {
		size_t at = p->cursor;

		replace(p, at, behind(p, at), "");
		break;
	}
	case KEY_CTRL | 'w':
		delete_word(p);
		break;
	case KEY_CTRL | 'u':
		replace(p, 0, p->cursor, "");
		break;
	case KEY_CTRL | 'k':
		replace(p, p->cursor, p->text.length, "");
		break;
	case KEY_UP:
		look_back(p, -1);
		break;
	case KEY_DOWN:
		look_back(p, 1);
		break;
	case KEY_CTRL | 'r':
		search_back(p);
		break;
	default:
		break;
	}
}

enum prompt_result prompt_key(struct prompt *p, const struct key *key,
	const struct prompt_completer *completer)
{
	uint32_t code = key->code & ~(uint32_t)KEY_PASTED;

	if (code == KEY_TAB || code == KEY_BACKTAB) {
		complete(p, completer, code == KEY_TAB ? 1 : -1);
		return PROMPT_OPEN;
	}
	if (code == KEY_ENTER) {
		prompt_lines_add(p->lines, p->text.text);
		return PROMPT_DONE;
	}
	if (code == KEY_ESCAPE || code == (KEY_CTRL | 'c') ||
		(code == KEY_BACKSPACE && p->text.length == 0))
		return PROMPT_GIVEN_UP;
	forget_candidates(p);
	if (code < KEY_BASE)
		insert(p, code);
	else
		edit(p, code);
	return PROMPT_OPEN;
}
