#ifndef GCREFS_WORLD_H
#define GCREFS_WORLD_H

#include <assert.h>
#include <stdint.h>

#include "arena.h"
#include "event.h"

/*
 * The simulated world: one arena and what belongs to it but never changes.
 *
 * Where things are in the arena:
 *
 *	registers | object columns ... | blocks (payloads) | frame stack
 *
 * An object is a slot number (obj_id, 0: none) into the columns; slots are
 * reused, serials are not.  Payloads are blocks of words, named by the index
 * of their first word.
 */
typedef uint32_t obj_id;

struct dialect;
struct unit;
struct history;
struct symbols;
struct output;
struct insertions;

enum reg {
	REG_TOP,		/* index of the running frame; 0: the program has ended */
	REG_SP,			/* first free word of the frame stack */
	REG_SLOTS,		/* object slots ever used */
	REG_FREE_SLOT,		/* first free slot; linked through `next` */
	REG_SERIAL,		/* serial of the next object */
	REG_POOL,		/* first word of the pool never used */
	REG_WORDS,		/* words in use by objects, blocks (memory limit) */
	REG_LINE,		/* source line being executed */
	REG_DEPTH,		/* Python frames on the stack */
	REG_NATIVE_DEPTH,	/* levels of C recursion that CPython would count, see recursion.h */
	REG_HIDDEN_DEPTH,	/* Python functions that nobody sees, the same */
	REG_TRASH_DEPTH,	/* nested deallocations of containers, see trashcan.h */
	REG_TRASH,		/* the last object put into the trashcan; 0: it is empty */
	REG_TRASH_DUE,		/* a container that nobody sees was freed: empty it after the operation */
	REG_EXCEPTION,		/* the exception being raised; 0: none */
	REG_HANDLED,		/* the exception being handled; 0: none; see handled.h */
	REG_HANDLED_TRACEBACK,	/* 2.7: its traceback */
	REG_STDOUT,		/* bytes printed so far, on both streams */
	REG_SOFTSPACE,		/* 2.7: a space is due before the next print item */
	REG_EXIT_STATUS,
	REG_PLAIN, REG_PLAIN_TOO, /* whose special methods in Python are passed over: plain.h */
	REG_REFUSED,		/* the program met what gcrefs lacks and ends here: refuse.h */
	REG_EXIT_PHASE,		/* enum exit_phase */
	REG_RECURSION_LIMIT,
	REG_INTERNED,		/* dict of the names known at boot */
	REG_MAIN_CODE,		/* code object of the program, until its frame is there */
	REG_AST,		/* list of the constants that the syntax tree holds */
	REG_MODULES,		/* sys.modules */
	REG_BUILTINS,		/* dict of the builtins module */
	REG_MAIN,		/* dict of __main__ */
	REG_GARBAGE,		/* gc.garbage */
	REG_CALLBACKS,		/* gc.callbacks */
	REG_GC_ENABLED,
	REG_GC_COLLECTING,	/* index of the FRAME_GC; 0: none is running */
	REG_GC_DEBUG,
	REG_GC_PENDING,		/* count[0] at which a collection became due that waits; 0: none */
	REG_GC_CHARGES,		/* allocations accounted for since the operation began */
	REG_GC_PAID,		/* of an operation that is done again: those already accounted for */
	REG_GC_ONCE,		/* enum once: what has been made for all later uses */
	REG_GC_COUNT, REG_GC_COUNT1, REG_GC_COUNT2,
	REG_GC_THRESHOLD, REG_GC_THRESHOLD1, REG_GC_THRESHOLD2,
	REG_GC_LONG_LIVED_TOTAL, REG_GC_LONG_LIVED_PENDING,
	REG_GC_ALGORITHM,	/* enum gc_algorithm */
	REG_GC_STATS,		/* 3 x (collections, collected, uncollectable) */
	REG_GC_STATS_END = REG_GC_STATS + 8,
	REG_FREE_BLOCK,		/* + log2 of the size: first free block */
	REG_FREE_BLOCK_END = REG_FREE_BLOCK + 31,
	REG_FREE_LIST,		/* + enum free_list: objects CPython keeps for reuse */
	REG_FREE_LIST_END = REG_FREE_LIST + 47,
	REG_INSERTED,		/* code objects of inserted statements, for ever */
	REG_INSERTED_END = REG_INSERTED + 7,
	REG_INSERTED_DONE,	/* how many of them have run */
	REG_COUNT
};

/* The regions.  Everything is computed from these three limits. */
#define OBJECT_LIMIT (1u << 25)
#define POOL_WORDS (1u << 30)
#define STACK_WORDS (1u << 27)

/* Columns do not start at the same place of a page: stores to one would be taken
 * for stores to the same object's word in another, which costs half the speed. */
#define COLUMN_GAP 272

enum {
	BASE_LINKS = 256,	/* next, prev: 2 words an object */
	BASE_GC_REFS = BASE_LINKS + 2 * OBJECT_LIMIT + COLUMN_GAP,
	BASE_RC = BASE_GC_REFS + OBJECT_LIMIT + COLUMN_GAP,
	BASE_BODY = BASE_RC + OBJECT_LIMIT + COLUMN_GAP, /* payload, n: 2 words */
	BASE_META = BASE_BODY + 2 * OBJECT_LIMIT + COLUMN_GAP, /* kind and flags */
	BASE_CLASS = BASE_META + OBJECT_LIMIT + COLUMN_GAP,
	BASE_ATTRS = BASE_CLASS + OBJECT_LIMIT + COLUMN_GAP,
	BASE_WEAK = BASE_ATTRS + OBJECT_LIMIT + COLUMN_GAP,
	BASE_SERIAL = BASE_WEAK + OBJECT_LIMIT + COLUMN_GAP,
	BASE_POOL = BASE_SERIAL + OBJECT_LIMIT + COLUMN_GAP,
	BASE_STACK = BASE_POOL + POOL_WORDS,
	WORLD_WORDS = BASE_STACK + STACK_WORDS
};

struct world {
	struct arena arena;
	const struct dialect *dialect;	/* borrowed */
	const struct unit *unit;	/* borrowed: the compiled program */
	struct symbols *symbols;	/* owned: names in events */
	struct output *output;		/* owned: bytes printed; append only */
	struct history *history;	/* borrowed: takes the events while recording */
	const struct insertions *insertions; /* borrowed; NULL: none */
	uint64_t step;			/* events so far */
	uint32_t memory_limit;		/* in words */
};

static inline uint32_t word(const struct world *w, uint32_t index)
{
	return w->arena.w[index];
}

static inline void set_word(struct world *w, uint32_t index, uint32_t value)
{
	arena_set(&w->arena, index, value);
}

static inline uint32_t reg(const struct world *w, uint32_t r)
{
	return w->arena.w[r];
}

static inline void set_reg(struct world *w, uint32_t r, uint32_t value)
{
	arena_set(&w->arena, r, value);
}

/* The slow half of world_event(). */
void world_record(struct world *w, struct event e);

/* Announces a fact: the words written since the one before belong to it.
 * Counts the step, and gives the event to the history when recording.  Fills
 * in line and depth. */
static inline void world_event(struct world *w, struct event e)
{
	w->step++;
	if (arena_recording(&w->arena))
		world_record(w, e);
}

/* A hash of the whole state: every used word of every region. */
uint64_t world_hash(const struct world *w);

#endif
