#ifndef GCREFS_LAYOUT_COST_H
#define GCREFS_LAYOUT_COST_H

#include "layout_core.h"

/* The nets of every channel, made ready to count crossings for many orders. */
struct cost;

struct cost *cost_new(const struct layout_core *c);
void cost_free(struct cost *cost);

/* Crossings in a channel when items are at POSITION in their layers. */
long cost_of_channel(struct cost *cost, int component, int channel, const int *position);

/* How much has been counted so far, as a number of pairs of nets. */
long cost_work(const struct cost *cost);

#endif
