#ifndef GCREFS_TESTS_WORLD_FIXTURE_H
#define GCREFS_TESTS_WORLD_FIXTURE_H

#include "frame.h"
#include "world.h"

/*
 * A world for unit tests: the fixed objects and nothing else, and a driver for
 * the frames that deallocation and the collector push.  Calls into Python end at
 * once with None; each is noted, and a test can act in its place.
 */
struct fixture {
	struct world w;
	uint32_t calls;       /* how many so far */
	uint32_t called[256]; /* serials of the first arguments (0: none) */
	uint32_t callables[256];
	/* Run at each call, before it ends; may change the heap. */
	void (*on_call)(struct fixture *x, obj_id callable, obj_id argument);
	void *context;
	uint32_t unraisable; /* exceptions reported */
};

/* VERSION: "3.11".  Asserts that it is known. */
void fixture_init(struct fixture *x, const char *version);
void fixture_free(struct fixture *x);

/* From here on every event can be undone; the present state is step 0. */
void fixture_record(struct fixture *x);

/* Runs the frames above the one that was on top when nothing ran: until the
 * stack is empty.  fixture_step() runs the top frame once; false: none. */
bool fixture_step(struct fixture *x);
void fixture_run(struct fixture *x);

/* Objects are made into slots of the frame at the bottom: one reference each. */
#define FIXTURE_ROOTS 256
/* Takes such a reference over: into a slot that is free. */
obj_id fixture_root(struct fixture *x, obj_id o);
/* Drops it, and runs what follows. */
void fixture_drop(struct fixture *x, obj_id o);
/* gc.collect(GENERATION): what it returns. */
uint32_t fixture_collect(struct fixture *x, uint32_t generation);

/* Fails the test with the audit's text if anything is wrong. */
void fixture_audit(const struct fixture *x, const char *where);

/* Objects, each with one reference, in a slot at the bottom. */
obj_id fixture_list(struct fixture *x);
obj_id fixture_tuple(struct fixture *x, const obj_id *items, uint32_t n);
/* Appends a new reference to O. */
void fixture_append(struct fixture *x, obj_id list, obj_id o);
/* A class whose instances are of KIND; HAS_DEL: with a __del__. */
obj_id fixture_class(struct fixture *x, enum kind kind, bool has_del);
/* An instance of it. */
obj_id fixture_function(struct fixture *x);
obj_id fixture_instance(struct fixture *x, obj_id class);

#endif
