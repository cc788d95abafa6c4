#ifndef GCREFS_TESTS_MANNERS_H
#define GCREFS_TESTS_MANNERS_H

#include "ptyvt.h"

/* How a program behaves in its terminal.  Each returns false when it does not, and
 * then says in WHY what it did. */

/* For a second nothing happens: it neither writes nor wakes up. */
bool manners_idle(struct ptyvt *p, struct strbuf *why);

/* The median of what it writes for each of KEYS, beyond the answer to the barrier, is
 * at most LIMIT bytes. */
bool manners_cheap(
	struct ptyvt *p, const char *keys, size_t limit, struct strbuf *why);

/* Its screen is what it is after Escape, thrice, and a repaint (C-l). */
bool manners_repaints(struct ptyvt *p, struct strbuf *why);

#endif
