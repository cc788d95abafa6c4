#ifndef GCREFS_LIST_WEAVE_H
#define GCREFS_LIST_WEAVE_H

#include "canvas.h"
#include "list_rows.h"
#include "weave.h"

/*
 * The references of the rows in a window of the lists: those between two of them as
 * lanes (weave.h), the others as counts at the end of the row:
 *
 *	→↑2 →↓1		refers to two objects above the window, one below
 *	→+90		90 more references were not looked at
 *	→ #5,#9		has no lane: these are the rows in the window
 *	←3		three references from elsewhere: names, frames, other rows
 *
 * References that pass the window by concern none of its rows.  What is looked at
 * depends on the window alone: all references of a row that has at most 64, of others
 * as many as the rows times the logarithm of their number.
 */
struct list_ends {
	uint32_t up, down, more, in;
};

struct list_weave {
	struct weave weave;
	struct list_ends *ends; /* [rows] */
	const struct list_rows *rows;
	int first, height;
	uint32_t touched; /* references looked at */
};

/* Rows FIRST up to FIRST + HEIGHT; at most ROOM lanes.  MEMORY may be NULL.  To be
 * freed. */
void list_weave_init(struct list_weave *l, const struct scene *s,
	const struct list_rows *rows, int first, int height, int room,
	struct weave_memory *memory);
void list_weave_free(struct list_weave *l);

/* Draws the lanes: row 0 of C is the window's first.  The lanes end at C's right. */
void list_weave_draw(const struct list_weave *l, const struct scene *s, struct canvas *c);
/* Appends the counts of row I of the window. */
void list_weave_add_ends(
	const struct list_weave *l, const struct scene *s, int i, struct strbuf *out);

#endif
