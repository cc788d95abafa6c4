#ifndef GCREFS_PROGRAM_H
#define GCREFS_PROGRAM_H

#include <stdio.h>

#include "glyph.h"
#include "machine.h"
#include "options.h"
#include "scenario.h"

struct strbuf;

/* From the command line to a program that can run. */
struct program {
	struct scenario *scenario;
	struct machine *machine;
};

/* Exit statuses of gcrefs itself. */
enum {
	EXIT_FINE = 0,
	EXIT_FAILED = 1,
	EXIT_REFUSED = 2
};

/* Loads the file; USUAL: the algorithm when neither options nor file say one.
 * Returns EXIT_FINE, or the status to end with: the message is on standard
 * error then.  To be freed. */
int program_load(struct program *p, const struct options *o, enum gc_algorithm usual,
	bool recording);
/* The same, but what is wrong goes to WHY. */
int program_try(struct program *p, const struct options *o, enum gc_algorithm usual,
	bool recording, struct strbuf *why);
void program_free(struct program *p);

/* Says on standard error that the limit of steps was reached. */
void program_tell_limit(const struct options *o);

/* Says on standard error that standard output cannot be written to. */
void program_tell_unwritable(void);

/* Writes text that may hold anything: control characters and the like are made
 * visible. */
void put_safely(FILE *out, const char *text, enum glyph_set glyphs);

/* A message on standard error, in which texts may hold anything. */
void program_tell(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* The glyphs for text output: what the options say, else unicode in a UTF-8
 * locale. */
enum glyph_set text_glyphs(const struct options *o);

/* The commands; each returns the exit status. */
int cmd_step(const struct options *o);
int cmd_run(const struct options *o);
int cmd_trace(const struct options *o);
int cmd_show(const struct options *o);
int cmd_diff(const struct options *o);
int cmd_story(const struct options *o, const char *why);
int cmd_bench(const struct options *o);

#endif
