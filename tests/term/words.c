#include "words.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "strbuf.h"
#include "xalloc.h"

enum {
	MOST = sizeof(((struct words *)0)->word) / sizeof(char *) - 1
};

static int hex(char c)
{
	return isdigit((unsigned char)c) ? c - '0'
					 : tolower((unsigned char)c) - 'a' + 10;
}

/* AT is behind a backslash; returns what follows the escape. */
static const char *escape(const char *at, struct strbuf *word)
{
	static const char letters[] = "enrt", bytes[] = "\033\n\r\t";
	const char *letter = strchr(letters, *at);

	if (at[0] == 'x' && isxdigit((unsigned char)at[1]) &&
		isxdigit((unsigned char)at[2])) {
		strbuf_putc(word, (char)(hex(at[1]) * 16 + hex(at[2])));
		return at + 3;
	}
	strbuf_putc(word, *at && letter ? bytes[letter - letters] : *at);
	return *at ? at + 1 : at;
}

/* AT is behind a dollar sign; returns what follows the name. */
static const char *variable(const char *at, struct strbuf *word)
{
	size_t length = 0;

	while (isalnum((unsigned char)at[length]) || at[length] == '_')
		length++;
	char *name = xstrndup(at, length);
	const char *value = getenv(name);
	strbuf_puts(word, value ? value : "");
	free(name);
	return at + length;
}

/* Reads one word; NULL if a quote is left open. */
static const char *read_word(const char *at, struct strbuf *word)
{
	char quote = '\0';

	while (*at && (quote || !isspace((unsigned char)*at))) {
		char c = *at++;
		if (quote ? c == quote : (c == '"' || c == '\''))
			quote = quote ? '\0' : c;
		else if (c == '\\' && quote == '"')
			at = escape(at, word);
		else if (c == '$' && quote != '\'')
			at = variable(at, word);
		else
			strbuf_putc(word, c);
	}
	return quote ? NULL : at;
}

bool words_split(struct words *w, const char *line)
{
	memset(w, 0, sizeof(*w));
	for (;;) {
		struct strbuf word = STRBUF_INIT;

		while (isspace((unsigned char)*line))
			line++;
		if (*line == '\0' || *line == '#')
			return true;
		line = w->count < MOST ? read_word(line, &word) : NULL;
		if (!line) {
			strbuf_free(&word);
			words_free(w);
			return false;
		}
		w->word[w->count++] = strbuf_take(&word);
	}
}

void words_free(struct words *w)
{
	for (int i = 0; i < w->count; i++)
		free(w->word[i]);
	memset(w, 0, sizeof(*w));
}
