#include "world.h"

#include "history.h"

void world_record(struct world *w, struct event e)
{
	e.line = e.line ? e.line : (int32_t)reg(w, REG_LINE);
	e.depth = reg(w, REG_DEPTH) & 0x7fff;
	history_mark(w->history, e);
}

uint64_t world_hash(const struct world *w)
{
	static const struct {
		uint32_t base, words;
	} columns[] = {
		{BASE_LINKS, 2},
		{BASE_GC_REFS, 1},
		{BASE_RC, 1},
		{BASE_BODY, 2},
		{BASE_META, 1},
		{BASE_CLASS, 1},
		{BASE_ATTRS, 1},
		{BASE_WEAK, 1},
		{BASE_SERIAL, 1},
	};
	const struct arena *a = &w->arena;
	uint64_t h = arena_hash(a, 0xcbf29ce484222325u, 0, REG_COUNT);

	for (unsigned i = 0; i < sizeof(columns) / sizeof(columns[0]); i++) {
		h = arena_hash(
			a, h, columns[i].base, columns[i].words * reg(w, REG_SLOTS));
	}
	h = arena_hash(a, h, BASE_POOL, reg(w, REG_POOL) - BASE_POOL);
	return arena_hash(a, h, BASE_STACK, reg(w, REG_SP) - BASE_STACK);
}
