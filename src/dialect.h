#ifndef GCREFS_DIALECT_H
#define GCREFS_DIALECT_H

#include <stdbool.h>
#include <stdint.h>

#include "pyversion.h"

/*
 * What differs between the versions of Python, as data.  One row a version, in
 * dialect.c; each field says what was measured.
 */
struct dialect {
	struct py_version version;
	const char *release;	/* "3.11.7": the interpreter it follows */
	bool recorded;		/* false: from tables, not recorded */

	/* Objects. */
	bool instance_dict;	/* an instance's attributes are a dict object (to 3.10) */
	bool dict_embedded;	/* a __dict__ leaves the values in its instance (3.13.0) */
	bool dict_lazy;		/* dicts are tracked at the first container stored (to 3.13) */
	bool dict_ordered;	/* compact dicts in insertion order (3.6) */
	bool tuple_lazy;	/* a tuple of atoms made at run time is untracked (3.14) */
	bool old_classes;	/* class A: is another kind of class (2.7) */
	bool slot_free_gc;	/* instances with __slots__ = () are containers (3.8) */
	uint8_t siphash_rounds;	/* 0: 2.7's hash; 2: SipHash-2-4; 1: SipHash-1-3 */

	/* Constants. */
	bool constants_merged;	/* equal ones of all code are one object (3.8) */
	bool names_immortal;	/* texts that look like names never die (3.12) */

	/* Calls. */
	bool arguments_moved;	/* the callee takes the caller's references (3.11) */
	bool locals_backwards;	/* locals die last to first (3.14) */
	bool frame_objects;	/* every call makes a frame object (to 3.10) */
	uint8_t method_holds;	/* references to self that C code holds while a special method runs */
	uint8_t getter_holds;	/* the same for a property's function */
	bool bound_calls;	/* a method call makes a bound method (2.7, 3.6) */
	uint8_t hot_calls;	/* calls of a code after which it is specialised (3.11); 0: never */

	/* The collector. */
	uint32_t threshold0;
	bool legacy_finalizers;	/* __del__ makes a cycle uncollectable (2.7) */
	bool all_or_nothing;	/* one resurrection spares all (to 3.8) */
	bool count_before;	/* what is found is counted before it is freed (2.7, 3.6) */
	bool untrack_in_walk;	/* tuples are untracked during move_unreachable (to 3.7) */
	bool untrack_dicts;	/* full collections untrack dicts (to 3.13) */
	bool untrack_tuples;
	bool trash_weakrefs;	/* weakrefs that are trash are cleared too (3.8) */
	bool weakrefs_late;	/* plain weakrefs live until after __del__ (3.15) */
	bool gc_at_breaker;	/* automatic runs wait for the eval breaker (3.12) */
	bool startup_old;	/* start-up leaves what it made in generation 2, else in 1 (3.11) */

	/* Deallocation and exit. */
	uint8_t del_holds;	/* references to self that the call of __del__ adds */
	uint8_t callback_holds;	/* the same for a weakref callback's argument */
	bool callback_tuple;	/* one callback alone keeps its weakref too (3.13) */
	bool function_clear;	/* functions have a tp_clear (3.8) */
	bool clear_in_place;	/* tp_clear empties attributes one by one (3.11, 3.12) */
	uint8_t trashcan;	/* nesting at which deallocation is put off (to 3.13); 0: never */
	bool trash_instances_wait; /* an instance's end does not empty the trashcan (to 3.7) */
	bool trash_bases;	/* an instance's built-in base counts too (to 3.7, 3.13) */
	bool trash_native;	/* the nesting is that of C recursion (3.13) */
	bool trash_builtins;	/* bound built-in methods count (3.8) */
	bool trash_exceptions;	/* exceptions count (3.11) */
	bool method_free_lists;	/* bound methods, builtins are kept for reuse (to 3.8) */
	bool weakrefs_before_del; /* refcount death: callbacks, then __del__ (2.7) */
	bool del_once;		/* __del__ runs once a life (3.4) */
	bool exit_by_name;	/* globals are set to None one by one (2.7) */
};

/* The row for V, or NULL when that version is not known. */
const struct dialect *dialect_find(struct py_version v);

/* Reads "2.7" or "3.11"; false when it is not one of ours. */
bool dialect_parse(const char *text, struct py_version *v);

/* The newest recorded version: what a program runs as unless it says. */
struct py_version dialect_default(void);

/* Row I of the table, oldest first; NULL past the end. */
const struct dialect *dialect_row(int i);

#endif
