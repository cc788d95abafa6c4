#ifndef GCREFS_CONDITION_H
#define GCREFS_CONDITION_H

#include "query.h"

/*
 * Questions about a state that have a value: "refcount(a) == 0", "collected(b)",
 * "gen(x) == 2", "garbage > 0 and not tracked(t)".
 *
 *	or  and  not  == != < <= > >=  + -  ( )  numbers  'texts'  True  False
 *	garbage		objects that nobody can reach and nothing has freed
 *	uncollectable	objects in gc.garbage
 *	line  depth  step	where the program is
 *	refcount(O) gc_refs(O) gen(O) state(O) len(O)	numbers, and a text
 *	collected(O) tracked(O) finalized(O) reachable(O)	True or False
 *
 * O is a name of the running function or of the module, with .attributes, [items]
 * and ['keys'] behind it, or #7, an object by its number.  When the name is no
 * longer bound, O is the object it was last seen to mean, so that one can ask for
 * what becomes of it: a condition remembers.  What was never seen, and what is not
 * made yet, has no value.
 */
struct condition;

/* NULL when TEXT is no condition; WHY then says so. */
struct condition *condition_parse(const char *text, struct strbuf *why);
void condition_free(struct condition *c);
/* Forgets the objects it has seen. */
void condition_forget(struct condition *c);

/* Whether it is nothing but an object. */
bool condition_is_object(const struct condition *c);
/* Whether its value depends on what can be reached, which takes a walk through the
 * heap to tell. */
bool condition_asks_heap(const struct condition *c);

/* The state that is asked about. */
struct condition_state {
	const struct world *w;
	uint32_t first_serial; /* as query_init()'s */
	uint64_t step;
};

struct condition_value {
	enum {
		VALUE_NOTHING,
		VALUE_NUMBER,
		VALUE_TEXT,  /* of state(): static */
		VALUE_OBJECT /* `number`: its serial */
	} kind;
	int64_t number;
	const char *text;
};

/* Its value now; of an object its serial. */
struct condition_value condition_value(
	struct condition *c, const struct condition_state *s);
bool value_is_true(const struct condition_value *v);
bool value_is_same(const struct condition_value *a, const struct condition_value *b);
/* "2", "'dead'", "#7", "nothing". */
void value_text(const struct condition_value *v, const struct condition_state *s,
	struct strbuf *out);

/* The names that may stand in a condition, for completion; NULL at the end. */
const char *condition_word(int i);

#endif
