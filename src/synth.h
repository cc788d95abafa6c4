#ifndef GCREFS_SYNTH_H
#define GCREFS_SYNTH_H

#include "heap.h"

/*
 * Synthetic heaps of N lists, to measure the collector with.
 *
 *	ring		a ring, one of it held from outside
 *	ringg		the same, held by nobody
 *	pairs		rings of two, held by nobody
 *	rand		a ring in random order and two random references each, held
 *	randhalf	two such graphs interleaved, one of them held
 *	randseq		references to the next three, the first held
 *	deep		each holds the one made before it, the last held
 *	star		a hub that holds all others, which refer back to it; held
 */
enum synth_shape {
	SYNTH_RING,
	SYNTH_RINGG,
	SYNTH_PAIRS,
	SYNTH_RAND,
	SYNTH_RANDHALF,
	SYNTH_RANDSEQ,
	SYNTH_DEEP,
	SYNTH_STAR,
	SYNTH_SHAPES
};

const char *synth_name(enum synth_shape shape);
/* Returns false when there is no such shape. */
bool synth_parse(const char *name, enum synth_shape *shape);

/* Builds it in the youngest generation; N >= 4.  Returns the held list, its
 * reference the caller's, or 0.  The same N gives the same heap. */
obj_id synth_build(struct world *w, enum synth_shape shape, uint32_t n);

#endif
