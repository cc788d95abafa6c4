#ifndef GCREFS_SHOW_H
#define GCREFS_SHOW_H

#include "program.h"

/* Inside of cmd_show: answers in words instead of a picture.  Both print on
 * standard output and return the exit status; what is wrong is on standard error
 * then. */

/* --why, where the machine is; FIRST_SERIAL as for query_init(). */
int show_why(const struct options *o, const struct program *p, uint32_t first_serial);

/* --select: the serial of the (first) object in *SERIAL. */
int show_select(const struct options *o, const struct program *p, uint32_t first_serial,
	uint32_t *serial);

/* --diff; the machine is at the start. */
int show_diff(const struct options *o, const struct program *p);

#endif
