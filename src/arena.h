#ifndef GCREFS_ARENA_H
#define GCREFS_ARENA_H

#include <stdbool.h>
#include <stdint.h>

/*
 * The memory of the simulated world, and the one function that writes it.
 *
 * Everything that can change while a program runs (objects, reference counts,
 * lists, frames, counters) is a 32-bit word in one mapping, addressed by its
 * index.  Reading is plain C through `w`, which is const, so that an
 * assignment past the writer does not compile.  Unused words are zero and take
 * no memory.
 *
 * While `recording`, arena_set() notes (index, old value) in the swap log.
 * Undoing and redoing are the same act: walk over log entries and exchange the
 * value in the entry with the one in the arena.
 *
 *	log:  ... | entry | entry | entry | ...
 *	            ^ log_start             ^ log_end     positions count for ever
 *
 * The log is a ring: old entries are overwritten.  `log_floor` is the oldest
 * position that must not be (the start of what is being executed now); the
 * ring grows when the words since the floor would not fit.
 */
struct arena_undo {
	uint32_t index;
	uint32_t value;
};

struct arena {
	const uint32_t *w;	/* the words: read freely */
	uint32_t *store;	/* the same memory, for arena_set() alone */
	uint32_t words;		/* size of the mapping, in words */
	bool recording;
	struct arena_undo *log;
	uint64_t log_end;	/* position after the newest entry */
	uint64_t log_floor;
	uint64_t log_capacity;	/* a power of two */
	uint64_t log_broken;	/* positions before this one are gone */
};

/* Maps WORDS zero words and a log of LOG_CAPACITY entries (a power of two).
 * Returns false when the system refuses the address space. */
bool arena_init(struct arena *a, uint32_t words, uint64_t log_capacity);
void arena_free(struct arena *a);

/* Sets every word back to zero and forgets the log. */
void arena_reset(struct arena *a);

/* Called by arena_set() when the ring is full. */
void arena_log_grow(struct arena *a);

/* Whether the log is kept.  A file that runs only while it is not defines
 * ARENA_UNRECORDED before it includes anything: then the log is compiled out of all
 * that is inlined there. */
static inline bool arena_recording(const struct arena *a)
{
#ifdef ARENA_UNRECORDED
	(void)a;
	return false;
#else
	return a->recording;
#endif
}

static inline void arena_set(struct arena *a, uint32_t index, uint32_t value)
{
	if (arena_recording(a)) {
		if (a->log_end - a->log_floor == a->log_capacity)
			arena_log_grow(a);
		a->log[a->log_end & (a->log_capacity - 1)] =
			(struct arena_undo){index, a->w[index]};
		a->log_end++;
	}
	a->store[index] = value;
}

/* arena_set() for a loop that has made sure once that nothing is recorded. */
static inline void arena_put(struct arena *a, uint32_t index, uint32_t value)
{
	a->store[index] = value;
}

/* The oldest log position that can still be swapped back to. */
uint64_t arena_log_start(const struct arena *a);

/* The word that the entry at a position is about. */
static inline uint32_t arena_log_index(const struct arena *a, uint64_t position)
{
	return a->log[position & (a->log_capacity - 1)].index;
}

/* Exchanges all entries between the positions FROM and TO (backwards when TO
 * is smaller).  Both must lie within arena_log_start()..log_end. */
void arena_swap(struct arena *a, uint64_t from, uint64_t to);

/* Drops the entries from POSITION on: what follows is written anew. */
void arena_log_truncate(struct arena *a, uint64_t position);

/* Mixes COUNT words from INDEX on into the running hash H (FNV-1a over words,
 * in four chains of pairs, each finished by a multiply-xorshift). */
uint64_t arena_hash(const struct arena *a, uint64_t h, uint32_t index, uint32_t count);

#endif
