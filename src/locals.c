#include "locals.h"

#include <stdlib.h>

#include "builtin.h"
#include "code_read.h"
#include "dealloc.h"
#include "dialect.h"
#include "dict.h"
#include "gc.h"
#include "xalloc.h"

uint32_t frame_of_caller(const struct world *w)
{
	uint32_t f = reg(w, REG_TOP);

	while (frame_kind(w, f) != FRAME_PYTHON)
		f = word(w, f + FRAME_LINK);
	return f;
}

/* The value of the variable in slot I, what is in its cell; borrowed, 0: unbound. */
static obj_id variable(const struct world *w, uint32_t f, uint32_t i)
{
	obj_id v = word(w, frame_slot(f, PY_FIRST + i));

	return v && obj_kind(w, v) == KIND_CELL ? obj_field(w, v, CELL_CONTENT) : v;
}

/* Makes NAME mean VALUE in the dict; what goes out is added to LIST. */
static uint32_t update(
	struct world *w, obj_id dict, obj_id name, obj_id value, struct owned *list)
{
	struct dict_probe p;
	uint64_t hash;

	if (value) {
		hold(w, value);
		list[0] =
			(struct owned){.object = dict_set(w, dict, name, value, NULL)};
		return 1;
	}
	hash_value(w, name, &hash);
	dict_probe_start(w, dict, name, hash, &p);
	if (dict_probe(w, dict, &p) != DICT_FOUND)
		return 0;
	list[0] = list[1] = (struct owned){0};
	dict_take(w, dict, p.entry, &list[0].object, &list[1].object);
	return 2;
}

static void fill(struct world *w, uint32_t f, obj_id dict)
{
	obj_id code_object = word(w, frame_slot(f, PY_CODE));
	const struct code *code = code_of(w, code_object);
	uint32_t n = (uint32_t)code->local_count + code->cell_count + code->free_count;
	struct owned *list = xcalloc(2 * (size_t)n + 1, sizeof(*list));
	uint32_t count = 0;

	for (uint32_t k = 0; k < n; k++) {
		/* 2.7 goes through the local variables from the last to the first. */
		uint32_t i = w->dialect->version.major == 2 && k < code->local_count
			? code->local_count - 1 - k
			: k;

		count += update(w, dict, code_slot_name(w, code_object, i),
			variable(w, f, i), list + count);
	}
	drop_all(w, list, count);
	free(list);
}

obj_id frame_locals(struct world *w, uint32_t f)
{
	uint32_t names = frame_slot(f, PY_NAMES);
	obj_id dict = word(w, names);
	bool kept = !py_at_least(w->dialect->version, 3, 13);

	if (code_of(w, word(w, frame_slot(f, PY_CODE)))->flags &
		(CODE_MODULE | CODE_CLASS_BODY)) {
		hold(w, dict);
		return dict;
	}
	if (!dict) {
		if (!gc_charge(w, FREE_LIST_DICT))
			return RESULT_AGAIN;
		dict = dict_new(w);
		if (kept)
			set_word(w, names, dict);
	}
	if (kept)
		hold(w, dict);
	fill(w, f, dict);
	return dict;
}
