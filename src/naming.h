#ifndef GCREFS_NAMING_H
#define GCREFS_NAMING_H

#include "query.h"

/*
 * What objects are called, also after they are gone: the type of every object
 * that the program has ever made, by serial, learned from the events of
 * everything that was executed (ALLOC names the type).
 */
struct naming;

/* FIRST_SERIAL as for query_init(). */
struct naming *naming_new(uint32_t first_serial);
void naming_free(struct naming *n);

/* Learns from one event.  Events may come in any order and more than once. */
void naming_event(struct naming *n, const struct event *e);

uint32_t naming_first_serial(const struct naming *n);

/* The object with SERIAL if it lives in W, else 0: as obj_by_serial(), but
 * remembers where it was found. */
obj_id naming_find(struct naming *n, const struct world *w, uint32_t serial);

/* Symbol of its type's name (symbols of the world it was made in); 0: unknown. */
uint32_t naming_type(const struct naming *n, uint32_t serial);

/* Its name as query_name() would say it, or "Node #7" once it is gone. */
void naming_text(
	struct naming *n, const struct query *q, uint32_t serial, struct strbuf *out);

#endif
