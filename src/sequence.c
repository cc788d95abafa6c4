#include "sequence.h"

#include <stdlib.h>

#include "errors.h"
#include "gc.h"
#include "list.h"
#include "text.h"
#include "xalloc.h"

bool sequence_room(struct world *w, enum kind kind, uint64_t count)
{
	uint64_t words = kind == KIND_LIST || kind == KIND_TUPLE ? count : count / 4;

	if (count < 1000 || (count < UINT32_MAX && heap_has_room(w, words)))
		return true;
	raise_value(w, T_MEMORY_ERROR, 0);
	return false;
}

bool sequence_charge(struct world *w, enum kind kind, uint32_t count)
{
	if (kind == KIND_TUPLE && count == 0)
		return true;
	return gc_charge(w, gc_free_list(w, kind, count));
}

static uint32_t gather(struct world *w, obj_id o, obj_id *items, uint32_t at)
{
	uint32_t n = o ? obj_n(w, o) : 0;

	for (uint32_t i = 0; i < n; i++) {
		items[at + i] = item(w, o, i);
		hold(w, items[at + i]);
	}
	return at + n;
}

obj_id sequence_joined(
	struct world *w, enum kind kind, obj_id a, obj_id b, uint32_t times)
{
	uint32_t n = (obj_n(w, a) + (b ? obj_n(w, b) : 0)) * times;
	obj_id *items = xcalloc(n + 1, sizeof(*items));
	uint32_t at = 0;
	obj_id result;

	for (uint32_t i = 0; i < times; i++)
		at = gather(w, b, items, gather(w, a, items, at));
	result = kind == KIND_LIST ? list_of(w, items, n) : tuple_of(w, items, n);
	free(items);
	return result;
}

obj_id sequence_picked(struct world *w, enum kind kind, obj_id a, int64_t start,
	int64_t step, uint32_t count)
{
	obj_id *items = xcalloc(count + 1, sizeof(*items));
	obj_id result;

	for (uint32_t i = 0; i < count; i++) {
		items[i] = item(w, a, (uint32_t)(start + i * step));
		hold(w, items[i]);
	}
	result = kind == KIND_LIST ? list_of(w, items, count)
				   : tuple_of(w, items, count);
	free(items);
	return result;
}
