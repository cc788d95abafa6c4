#ifndef GCREFS_TESTS_MODES_H
#define GCREFS_TESTS_MODES_H

#include <stdbool.h>
#include <stddef.h>

#include "strbuf.h"

/*
 * What a program has switched on in its terminal and not off again, read from
 * its output.  Deliberately no part of the terminal emulator: it also sees the
 * modes that an emulator ignores.
 */
struct modes {
	enum {
		MODES_TEXT,
		MODES_ESCAPE,
		MODES_CSI,
		MODES_STRING,
		MODES_CHARSET
	} state;
	char parameters[64]; /* of the control sequence being read */
	size_t length;       /* of them; may pass the end of the array */
	bool escape_in_string;
	struct {
		int number;
		bool on;
	} private[32]; /* DEC private modes that were ever named */
	size_t privates;
	bool keypad; /* application keypad */
	bool scroll_region;
	bool colored, bold; /* bold: or any other rendition but colours */
	size_t bytes;       /* of output in all */
};

/* All zero is the state of a fresh terminal (MODES_TEXT is 0). */
void modes_read(struct modes *m, const char *bytes, size_t length);

/* Whether a DEC private mode is on.  A mode that was never named is as a fresh
 * terminal has it. */
bool modes_private(const struct modes *m, int number);

/* True if all is as in a fresh terminal; else appends what is not to WHY. */
bool modes_restored(const struct modes *m, struct strbuf *why);

#endif
