#ifndef GCREFS_LAYOUT_CORE_H
#define GCREFS_LAYOUT_CORE_H

#include <stdbool.h>
#include <stdint.h>

#include "layout.h"

/*
 * What the phases of a layout work on.  Only layout*.c include this.
 *
 * Everything is an index into an array of the core: items, pins, nets, edges.
 * Indexes stay valid until sweep_hidden().
 */

struct ints {
	int *at;
	int count, capacity;
};

void ints_push(struct ints *a, int value);
void ints_free(struct ints *a);

/* A box, or a dummy: the row that a net takes on its way through a layer. */
struct item {
	bool is_box;
	bool root;
	bool hidden;		/* box: not in the graph any more */
	bool fresh;		/* box: came with this update */
	uint32_t id;		/* box only */
	int columns, lines;	/* box only: size of the text */
	int net;		/* dummy only */
	int layer;
	bool is_placed;		/* y is known */
	int y, height;
	int text_row;		/* box only: first line of text, from y */
	int hidden_since;	/* box only: number of the update */

	int component;		/* of the fresh layout, both kinds */
	int scc;
	int number;		/* breadth-first number */
	int rank;		/* order: -1 stays on top, 1 at the bottom */
	int position;		/* in its component's layer */
	struct ints pins;	/* box only */
};

/* A place where a net meets a box. */
struct pin {
	int net, item;
	enum layout_side side;
	int row;		/* from the item's y */
	bool self_head;		/* head of a self-loop: below its tail */
};

/* A line's end in a channel: a pin of a box, or (pin -1) a dummy. */
struct end {
	int item, pin;
};

enum net_kind {
	NET_SOURCE,	/* one tail */
	NET_TARGET,	/* one head */
	NET_MUTUAL,	/* two heads */
};

/*
 * A net in one channel.  With ends on one row only it needs no track
 * (column -1).  Otherwise all ends meet one vertical at `column`; or, when
 * constraints are cyclic, those on the left meet one at `column` and those on
 * the right one at `column2`, both joined on row `joint`.
 */
struct wire {
	int column;
	int column2;	/* -1: no dogleg */
	int joint;
	uint32_t print;	/* of the rows of its ends, when it was routed */
};

struct net {
	enum net_kind kind;
	bool weak;
	bool dead;		/* no edge, not even a hidden one */
	int hub;		/* item; of a mutual pair the one with the lower id */
	enum layout_side side;	/* of the hub */
	int hub_pin;
	struct ints pins;	/* the hub's first */
	int edge_count;
	int first, last;	/* channels */
	int *dummies;		/* of layers first + 1 to last */
	struct wire *wires;	/* of channels first to last */
};

struct edge {
	int from, to;
	bool weak;
	bool hidden;
	bool fresh;		/* came with this update */
	bool mutual;		/* its reverse has a line in common with it */
	int net;		/* -1: not assigned yet */
	int pin_from, pin_to;
	int hidden_since;
};

/* Two ends that a net joins in a channel, one of them nearest to the hub.
 * Across: a is on the left, b on the right.  Same side: both on the left. */
struct link {
	int net;
	bool across;
	struct end a, b;
	int leaves;	/* links of this net in this channel */
};

struct layer {
	int x, width;
	int tracks;	/* of the channel at its right */
};

struct layout_core {
	struct layout_options options;
	struct item *items;
	int item_count, item_capacity;
	struct pin *pins;
	int pin_count, pin_capacity;
	struct net *nets;
	int net_count, net_capacity;
	struct edge *edges;
	int edge_count, edge_capacity;
	struct layer *layers;
	int layer_count;
	int component_count;
	int update;
	long effort;	/* of improving the order, in pairs of nets looked at */
};

/* Ways to lay out, tried one by one. */
enum layering {
	LAYERING_BREADTH,	/* distance from the roots */
	LAYERING_LONGEST,	/* longest path along breadth-first order */
	LAYERING_SCC,		/* longest path of SCCs, breadth-first inside */
	LAYERING_COUNT,
};

/* layout_core.c: making and unmaking. */
struct layout_core *core_new(struct layout_options options);
void core_free(struct layout_core *c);
int core_add_item(struct layout_core *c, struct item item);
int core_add_pin(struct layout_core *c, int net, int item, enum layout_side side);
int core_add_net(struct layout_core *c, struct net net);
/* Frees what the net holds and marks it dead. */
void core_drop_net(struct net *n);
int core_add_edge(struct layout_core *c, int from, int to, bool weak);
/* Sets the number of layers to at least COUNT. */
void core_grow_layers(struct layout_core *c, int count);
/* Rows of an item's frame above its first pin: 0 or 1. */
int core_frame(const struct layout_core *c, const struct item *item);
/* Columns an item's box needs. */
int core_width(const struct layout_core *c, const struct item *item);
/* The height for a number of pin rows and its own lines. */
int core_height(const struct layout_core *c, const struct item *item, int pin_rows);
/* Row on which an end lies. */
int core_row(const struct layout_core *c, struct end e);
/* Channel of a pin. */
int core_channel(const struct layout_core *c, const struct pin *p);

/* layout_layers.c: SCCs, components, layers. */
void layers_assign(struct layout_core *c, enum layering how);

/* layout_nets.c: which edges share a line, and where dummies are needed. */

/* Puts every edge that has no net in one, without touching others; reverse
 * pairs of fresh edges share a line. */
void nets_assign(struct layout_core *c);
/* Widens a net's channels to what its pins need.  New dummies have no
 * place, new wires no column. */
void nets_extend(struct layout_core *c, int net);
/* The dummy of a net in a layer, or -1. */
int nets_dummy(const struct net *n, int layer);
/* The end of a net in a channel through which its hub is reached. */
struct end nets_center(const struct layout_core *c, const struct net *n, int channel);

struct links {
	struct link *at;
	int count, capacity;
};

/* Appends the links of a net: in each channel, centre to every other end. */
void links_of_net(const struct layout_core *c, int net, struct links *out);

/* layout_order.c: order of items in layers. */
void order_assign(struct layout_core *c);

/* layout_ports.c: heights of boxes, from the number of pins and lines; then
 * rows of pins, as the rows of items are now; of all or of fresh boxes. */
void ports_size(struct layout_core *c, bool fresh_only);
void ports_assign(struct layout_core *c, bool fresh_only);

/* layout_rows.c: rows of items: one below the other in their order; then moved
 * in PASSES passes so that lines become straight; then without the rows that no
 * item uses and components below each other. */
void rows_stack(struct layout_core *c);
void rows_assign(struct layout_core *c, int passes);
void rows_finish(struct layout_core *c);

/* layout_route.c: tracks. */
void route_assign(struct layout_core *c);

/* layout_pin.c: layers, nets and rows for what is fresh, with
 * everything else left in its place as far as that is possible. */
void pin_place(struct layout_core *c);

/* layout_reroute.c: tracks, with those kept that still fit. */
void reroute_assign(struct layout_core *c);

/* layout_sweep.c: forgets what has been hidden for longest, if it is much.
 * Changes all indexes. */
void sweep_hidden(struct layout_core *c);

/* layout_emit.c: from positions to what is painted. */
void emit_layout(struct layout *l);

#endif
