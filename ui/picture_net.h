#ifndef GCREFS_PICTURE_NET_H
#define GCREFS_PICTURE_NET_H

#include "query.h"

/*
 * A picture's objects and roots by number, for walks along its references:
 * objects first, in the order of their serials, then the roots in that of their
 * ids.
 */
struct net_node {
	uint32_t id;
	obj_id object;		/* 0: a root */
	const char *root;	/* its text; borrowed from the picture */
	uint32_t box;		/* number of the node in whose box it is: its own */
	bool kept;		/* the box is shown: false */
};

struct net_link {
	uint32_t from, to;
	bool weak;
};

struct picture_net {
	struct net_node *nodes;
	uint32_t count, objects;
	struct net_link *links;
	uint32_t link_count;
};

/* To be freed, before the picture. */
struct picture_net picture_net_new(const struct world *w, const struct picture *p);
void picture_net_free(struct picture_net *n);

/* The number of the node with an id; UINT32_MAX: there is none. */
uint32_t picture_net_find(const struct picture_net *n, uint32_t id);

#endif
