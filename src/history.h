#ifndef GCREFS_HISTORY_H
#define GCREFS_HISTORY_H

#include "arena.h"
#include "event.h"

/*
 * Near history: the events of the last steps, each a mark in the swap log.
 *
 * Step s is the state after s events; step 0 is the state before the first.
 * The window holds the steps first..end; `position` is the one the arena is
 * in.  Both rings have a fixed size, so the oldest steps fall out; who wants
 * those executes the program again (machine.h).
 *
 *	first ......... position ......... end		steps
 *	   log position of each step's mark, then words not yet marked
 */
struct history;

/* STEPS: how many steps the window holds (a power of two); more when one turn has
 * more. */
struct history *history_new(struct arena *a, uint64_t steps);
void history_free(struct history *h);

/* Forgets everything; the arena is now in STEP, whose event is E. */
void history_restart(struct history *h, uint64_t step, struct event e);

/* Execution: history_resume() brings the arena to the end and redoes the words
 * behind the last mark; then words are logged and history_mark() makes steps of
 * them; history_executed() says that a turn is over: the words behind the turn's
 * last mark belong to that step, so that its state is the one between two turns.
 * Words of a turn without any mark belong to the next step. */
void history_resume(struct history *h);
void history_mark(struct history *h, struct event e);
void history_executed(struct history *h);

uint64_t history_first(const struct history *h);
uint64_t history_end(const struct history *h);
bool history_has(const struct history *h, uint64_t step); /* the window, STEP */
uint64_t history_position(const struct history *h);

/* The event of a step in the window. */
struct event history_event(const struct history *h, uint64_t step);

/* The words that may differ between STEP, in the window, and the position: their
 * indices, some more than once, in WORDS.  Returns how many; more than ROOM: there
 * are so many, and none was given. */
uint64_t history_changes(
	const struct history *h, uint64_t step, uint32_t *words, uint64_t room);

/* Brings the arena to STEP, which must lie in the window. */
void history_seek(struct history *h, uint64_t step);

#endif
