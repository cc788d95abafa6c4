#ifndef GCREFS_QUERY_FOLLOW_H
#define GCREFS_QUERY_FOLLOW_H

#include "machine.h"
#include "query_index.h"

/*
 * A query that goes with a machine from step to step.  Where the references have not
 * changed in between, what is known stays, and only what did change is looked at:
 * lists that objects moved to, counts, temporaries.  So it is while a collection
 * runs, however large the heap.  After other steps the query is made anew.
 */
struct query_follow;

/* FIRST_SERIAL as for query_init(). */
struct query_follow *query_follow_new(uint32_t first_serial);
void query_follow_free(struct query_follow *f);

/* Where M is now.  Borrowed, until the machine moves.  M must be the same one each
 * time, unless query_follow_leave() was called in between. */
const struct query *query_follow(struct query_follow *f, const struct machine *m);
void query_follow_leave(struct query_follow *f);

/* The picture of it; borrowed likewise. */
const struct picture *query_follow_picture(
	struct query_follow *f, struct picture_options options);

/* All references of it, and the ledger of one object as query_ledger(); borrowed. */
const struct query_index *query_follow_index(struct query_follow *f);
uint32_t query_follow_ledger(
	struct query_follow *f, obj_id o, const struct reference **list);

/* How often a query was made anew: for tests and measurements. */
uint64_t query_follow_made(const struct query_follow *f);

#endif
