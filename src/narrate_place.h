#ifndef GCREFS_NARRATE_PLACE_H
#define GCREFS_NARRATE_PLACE_H

#include "narrate.h"

/* The place an event is about: "name b", "local x", "Node #7.next",
 * "list #4[2]", "a temporary". */
void narrate_place(const struct narrator *n, const struct event *e, struct strbuf *out);

#endif
