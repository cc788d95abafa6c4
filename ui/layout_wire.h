#ifndef GCREFS_LAYOUT_WIRE_H
#define GCREFS_LAYOUT_WIRE_H

#include "layout_core.h"

/*
 * The vertical part of a net in a channel, and which rows its ends are on.
 * Shared by the routing of a fresh layout and of updates.
 */

enum segment_part {
	SEGMENT_WHOLE,
	SEGMENT_LEFT,	/* of a dogleg: ends on the left, and the joint */
	SEGMENT_RIGHT,	/* of a dogleg: the joint, and ends on the right */
};

struct segment {
	int net;
	enum segment_part part;
	struct ints left, right;	/* rows, sorted */
	int low, high;			/* of all those */
	int column;			/* -1: none yet */
};

struct segments {
	struct segment *at;
	int count, capacity;
};

void segments_add(struct segments *all, struct segment s);
/* Frees the segments and the list. */
void segments_free(struct segments *all);

/* The ends of a net in a channel, as one whole segment.  With LIVE_PINS (one
 * flag a pin) only those that shown references use. */
struct segment segment_of_wire(const struct layout_core *c, int net, int channel,
	const bool *live_pins);
void segment_free(struct segment *s);
/* Computes low and high. */
void segment_measure(struct segment *s);
/* One end at each side, on one row: needs no track. */
bool segment_is_straight(const struct segment *s);
/* Whether A must be left of B, so that no horizontal lies on another. */
bool segment_must_be_left(const struct segment *a, const struct segment *b);
/* Whether A and B cannot have the same column. */
bool segment_needs_distance(
	const struct layout_core *c, const struct segment *a, const struct segment *b);
/* Crossings of A and B when A is left of B. */
int segment_crossings(const struct segment *a, const struct segment *b);
/* A number that differs, as good as always, when the ends' rows do. */
uint32_t segment_print(const struct segment *s);
/* Whether to split B rather than A (may be NULL) in two. */
bool segment_prefer_split(const struct segment *a, const struct segment *b);
/* Notes where the ends of a net's wire are, for the next update. */
void segment_remember(struct layout_core *c, int net, int channel);
/* Writes the column, and the joint of a part, to the net's wire. */
void segment_store(struct layout_core *c, const struct segment *s, int channel);

#endif
