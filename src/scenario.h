#ifndef GCREFS_SCENARIO_H
#define GCREFS_SCENARIO_H

#include <stddef.h>
#include <stdint.h>

#include "code.h"
#include "diag.h"
#include "gc.h"
#include "pyversion.h"

/*
 * A scenario: a Python file, and what its comments say to gcrefs.
 *
 *	# python: 2.7			the version it is for
 *	# gcrefs: title="A ring" goal="..." algorithm=five-step threshold=5,2,2
 *					settings, in the first comment block
 *	#: text				caption, shown when the next line of code
 *					is about to run; #:zh text its translation
 *	#-: text			teacher's note
 *	#?: text			question
 *
 * A comment on a line of its own belongs to the next line of code, one behind
 * code to that line.  Lines of the same kind that follow each other are one
 * text.
 */
enum caption_kind {
	CAPTION_TEXT,
	CAPTION_NOTE,
	CAPTION_QUESTION
};

struct caption {
	int line; /* of code */
	enum caption_kind kind;
	char language[8]; /* "" for the plain one, "zh" */
	char *text;       /* UTF-8 */
};

struct scenario {
	char *file; /* as the user named it */
	char *bytes;
	size_t length;
	struct py_version version;
	struct unit *unit;
	char **lines; /* UTF-8, without line ends; line 1 is lines[0] */
	int line_count;
	struct caption *captions; /* in the order of the file */
	int caption_count;
	char *title, *goal;   /* NULL: none */
	int algorithm;        /* enum gc_algorithm; -1: not said */
	int64_t threshold[3]; /* -1: not said */
};

/*
 * Reads FILE ("-": standard input) and compiles it.  VERSION NULL: what the
 * file says, else 2.7 if it only parses as Python 2, else the default.
 * Returns NULL with the mistake in D; *SPOKEN is then the version that the
 * message is in.  To be freed.
 */
struct scenario *scenario_load(const char *file, const struct py_version *version,
	struct diag *d, struct py_version *spoken);
/* The same for BYTES, which are taken over. */
struct scenario *scenario_parse(const char *file, char *bytes, size_t length,
	const struct py_version *version, struct diag *d, struct py_version *spoken);
void scenario_free(struct scenario *s);

/* The text of a kind for LINE in LANGUAGE, or in the plain one; NULL: none. */
const char *scenario_caption(const struct scenario *s, int line, enum caption_kind kind,
	const char *language);

/* The first line from LINE on that can run: a line that it steps on; 0: none. */
int scenario_code_line(const struct scenario *s, int line);

/* Whether LINE (from 1) says something to gcrefs only: such a comment, or a blank
 * line before one. */
bool scenario_is_aside(const struct scenario *s, int line);

#endif
