#ifndef GCREFS_REPORT_PART_H
#define GCREFS_REPORT_PART_H

#include "query_path.h"
#include "report.h"

/* Inside of report*.c. */

/* report_life.c: why O is alive, or since when and why it is dead, what keeps it
 * and which collection looks at it. */
void report_life(struct report *r, const struct report_source *from,
	const struct query_index *x, obj_id o);

#endif
