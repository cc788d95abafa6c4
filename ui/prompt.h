#ifndef GCREFS_PROMPT_H
#define GCREFS_PROMPT_H

#include "input.h"
#include "strbuf.h"

/*
 * A line that is being typed: editing, completion, and the lines typed before.
 * No terminal and no application: keys go in, a text comes out.
 *
 *	Left Right Home End, C-a C-e	the cursor
 *	Backspace, Del, C-w, C-u, C-k	delete a character, word, line, rest
 *	Tab, S-Tab			complete; again: the next candidate
 *	Up, Down			older and newer lines that begin as this one
 *	C-r				the line before that holds what is typed
 *	Enter; Esc, C-c			done; given up, as by Backspace on nothing
 */

/* Lines typed before, the oldest first; at most PROMPT_LINES. */
enum {
	PROMPT_LINES = 500
};

struct prompt_lines {
	char **at;
	int count;
};

/* Adds a line, unless it is empty or the one before. */
void prompt_lines_add(struct prompt_lines *l, const char *line);
void prompt_lines_free(struct prompt_lines *l);

/* What may stand from byte FROM of the line on. */
struct candidates {
	size_t from;
	char **at;
	int count;
};
void candidates_add(struct candidates *c, const char *text);
/* Adds TEXT if it begins with the word that is being completed. */
void candidates_match(struct candidates *c, const char *word, const char *text);

struct prompt_completer {
	/* LINE: up to the cursor.  Sets `from` and adds texts. */
	void (*complete)(void *context, const char *line, struct candidates *out);
	void *context;
};

struct prompt {
	struct strbuf text;
	size_t cursor;       /* byte in the text */
	struct prompt_lines *lines; /* borrowed */
	int line_at;         /* the line shown; `count`: what is typed */
	struct strbuf typed; /* while an older line is shown */
	struct candidates candidates;
	int candidate;       /* the one shown; -1: none */
};

/* Begins with an empty line.  A zeroed prompt is closed, and can be freed. */
void prompt_open(struct prompt *p, struct prompt_lines *lines);
void prompt_free(struct prompt *p);

enum prompt_result {
	PROMPT_OPEN,
	PROMPT_DONE,
	PROMPT_GIVEN_UP
};
/* COMPLETER NULL: nothing can be completed. */
enum prompt_result prompt_key(struct prompt *p, const struct key *key,
	const struct prompt_completer *completer);

#endif
