#ifndef GCREFS_RENDER_H
#define GCREFS_RENDER_H

#include "call.h"

/* Texts of values beyond repr.h's: format(), ascii(), unicode().  Outcomes as
 * repr_of(); what comes to DST after OUT_PUSHED still goes through the function
 * named in each. */

enum formatter {
	FORMATTER_OTHER,	/* format(), f"{v}" */
	FORMATTER_METHOD	/* "{}".format(v): numbers and texts without a call */
};

/* format(V, SPEC): SPEC is a str or 0.  Then format_checked(). */
enum outcome format_of(struct world *w, enum formatter who, obj_id v, obj_id spec,
	uint32_t dst, obj_id *result);
/* Whether what __format__ gave is a str; raises. */
bool format_checked(struct world *w, obj_id result);

/* The ASCII form of a repr (borrowed); new reference. */
obj_id ascii_form(struct world *w, obj_id repr);

#endif
