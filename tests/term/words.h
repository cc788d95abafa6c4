#ifndef GCREFS_TESTS_WORDS_H
#define GCREFS_TESTS_WORDS_H

#include <stdbool.h>

/*
 * The words of one line of a script: separated by spaces; in "double quotes"
 * spaces belong to the word, and \e \n \r \t \\ \" \xHH are read; in 'single
 * quotes' all is as it stands.  $NAME outside single quotes is a variable of the
 * environment (empty if not set).  # outside quotes begins a comment.
 */
struct words {
	char *word[33]; /* NULL after the last */
	int count;
};

/* False if a quote is not closed or there are too many words; W is then empty.
 * Give back with words_free(). */
bool words_split(struct words *w, const char *line);
void words_free(struct words *w);

#endif
