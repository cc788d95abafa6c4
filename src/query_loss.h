#ifndef GCREFS_QUERY_LOSS_H
#define GCREFS_QUERY_LOSS_H

#include "query_index.h"

/*
 * What would be freed if one reference went: at once, because counts fall to
 * zero one after another; and later, by the collector, because nothing outside
 * leads there any more.  Told from the counts and references of this state alone:
 * what a __del__ or a callback would do then is not known before it runs.
 */
struct query_loss {
	obj_id *freed; /* at once, in the order in which the counts reach zero */
	uint32_t freed_count;
	obj_id *lost; /* dead then, kept by cycles: for the collector */
	uint32_t lost_count;
	bool finalizer; /* one of them has a __del__ that has not run */
};

/* REF: number of the reference in the index.  To be freed. */
void query_loss_init(struct query_loss *l, const struct query_index *x, uint32_t ref);
void query_loss_free(struct query_loss *l);

#endif
