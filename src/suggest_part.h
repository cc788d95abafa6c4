#ifndef GCREFS_SUGGEST_PART_H
#define GCREFS_SUGGEST_PART_H

#include <stdbool.h>
#include <stddef.h>

#include "world.h"

/* Private to suggest*.c. */

enum suggest_what {
	SUGGEST_END,
	SUGGEST_LIST,		/* "builtins" in their dict's order; "stdlib": modules */
	SUGGEST_MODULE,		/* dir() of a module */
	SUGGEST_TYPE		/* what dir() of a built-in type has more than its bases' */
};

/* What the recorded versions 3.FIRST to 3.LAST have in NAME: names separated by
 * blanks.  Ended by a row that is SUGGEST_END. */
struct suggest_names {
	enum suggest_what what;
	const char *name;
	int first, last;
	const char *names;
};

extern const struct suggest_names suggest_names[];

/* Names to choose from; {0} at first.  Their texts are borrowed and not NUL-ended. */
struct candidates {
	struct candidate {
		const char *text;
		size_t length;
	} *list;
	uint32_t count;
};

void candidates_free(struct candidates *c);
bool candidates_have(const struct candidates *c, const char *name);

/* The names of WHAT in the table; unknown ones add nothing. */
void candidates_add_known(const struct world *w, enum suggest_what what, const char *name,
	struct candidates *c);
/* The keys of a dict that are not there yet, in their order. */
void candidates_add_dict(const struct world *w, obj_id dict, struct candidates *c);
/* dir(o): all names that lookup would find, sorted. */
void candidates_add_dir(const struct world *w, obj_id o, struct candidates *c);
/* The variables of a frame object: up to 3.12 all that its code has (co_varnames),
 * then those with a value. */
void candidates_add_locals(const struct world *w, obj_id frame, struct candidates *c);
/* Takes away the names that begin with an underscore. */
void candidates_hide_underscored(struct candidates *c);

/* Whether a frame object has a variable `self`, and its value (0: unbound). */
bool candidates_frame_has_self(const struct world *w, obj_id frame);
obj_id candidates_frame_self(const struct world *w, obj_id frame);

#endif
