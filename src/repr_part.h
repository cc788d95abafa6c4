#ifndef GCREFS_REPR_PART_H
#define GCREFS_REPR_PART_H

#include "heap.h"
#include "strbuf.h"

/* The parts of repr(), between repr.c, repr_leaf.c and repr_pieces.c. */

/* The text of a value that contains no other's: all kinds but is_composed(). */
void put_leaf(const struct world *w, obj_id o, struct strbuf *out);
/* "module.Name" of a type; "__main__.A" of an old-style class. */
void put_qualified(const struct world *w, obj_id type, struct strbuf *out);
void put_old_class(const struct world *w, obj_id class, struct strbuf *out);

/*
 * A text that is made of literals and of the reprs of other values, read piece by
 * piece.  Where a reader is are two plain numbers.
 */
struct pieces {
	obj_id object;
	obj_id keys;		/* a list of the keys of a set, or 0 */
	uint32_t position;
	uint32_t given;		/* values given so far */
};

bool is_composed(const struct world *w, obj_id o);
/* Appends the literal before the next value and returns it, borrowed; 0: that
 * was the last literal. */
obj_id next_piece(const struct world *w, struct pieces *p, struct strbuf *out);
/* What stands for the object inside itself: "[...]"; NULL: nobody looks. */
const char *inside_text(const struct world *w, obj_id o);

#endif
