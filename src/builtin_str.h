#ifndef GCREFS_BUILTIN_STR_H
#define GCREFS_BUILTIN_STR_H

#include "builtin.h"
#include "strmethods.h"

/*
 * Arguments of the methods of str, bytes and unicode.
 *
 * Both types have the same methods, which are functions here that know by SELF
 * what they work on; BOTH(name) makes the two that the table names.
 */
#define BOTH(name) \
	obj_id ustr_##name(struct world *w, const struct args *a) \
	{ \
		return name(w, a); \
	} \
	obj_id bstr_##name(struct world *w, const struct args *a) \
	{ \
		return name(w, a); \
	}

/* A text and another one of the same kind.  On 2.7, where str and unicode mix, one
 * of them may be new: str_pair_free() drops it. */
struct str_pair {
	obj_id self, part;
	obj_id made; /* 0: none */
};

/* How a wrong argument is complained about. */
enum str_complaint {
	MUST_BE_STR,
	MUST_BE_STR_OR_NONE,
	ARGUMENT_1,
	ARGUMENT_2,
	FIND_ARGUMENT
};

/* False: raised. */
bool str_pair(struct world *w, obj_id self, obj_id part, enum str_complaint complaint,
	const char *method, struct str_pair *p);
void str_pair_free(struct world *w, const struct str_pair *p);

/* 2.7: O as unicode (new reference); 0: it is not ASCII (raised). */
obj_id str_to_unicode(struct world *w, obj_id o);

/* START and END arguments from number I on. */
bool str_bounds(struct world *w, const struct args *a, uint32_t i, int64_t *start,
	int64_t *end);

#endif
