#ifndef GCREFS_QUERY_SELECT_H
#define GCREFS_QUERY_SELECT_H

#include "diag.h"
#include "query.h"

/*
 * Objects by what a person types:
 *
 *	a.next[0]	a Python expression of names, attributes and subscripts
 *	#7, Node #7	a number, as objects are shown everywhere
 *	id:0x7f00..	what id() gives, decimal or hexadecimal
 *	type:Node	all objects of the type, of those that the program made
 *	state:dead	all in the state (its word: live, dead, "set aside" ...)
 *	gen:0		all in the generation; gen:frozen the permanent one
 *
 * An expression is looked up, never run: no __getattr__, property or __getitem__.
 * Names are those of the innermost running function, then of those that called it,
 * then the globals and built-in names.
 */

/* The objects that TEXT names, sorted by serial, in *LIST (NULL when there are
 * none), to be freed; returns their number.  0: D says why. */
uint32_t query_select(
	const struct query *q, const char *text, obj_id **list, struct diag *d);

/* query_select_value.c: one attribute or item by its name or key, 0 when O has
 * none. */
obj_id query_attribute(const struct query *q, obj_id o, const char *name);
obj_id query_dict_text(const struct query *q, obj_id dict, const char *key);

#endif
