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

/* Where the variables of a frame are. */
struct variables {
	obj_id code;
	uint32_t first; /* index of the word of slot 0 */
	uint32_t names; /* index of the word of the dict, or of 0 */
};

/* The value of the variable in slot I, what is in its cell; borrowed, 0: unbound. */
static obj_id variable(const struct world *w, const struct variables *v, uint32_t i)
{
	obj_id value = word(w, v->first + i);

	return value && obj_kind(w, value) == KIND_CELL
		? obj_field(w, value, CELL_CONTENT)
		: value;
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

static void fill(struct world *w, const struct variables *v, obj_id dict)
{
	const struct code *code = code_of(w, v->code);
	uint32_t n = (uint32_t)code->local_count + code->cell_count + code->free_count;
	struct owned *list = xcalloc(2 * (size_t)n + 1, sizeof(*list));
	uint32_t count = 0;

	for (uint32_t k = 0; k < n; k++) {
		/* 2.7 goes through the local variables from the last to the first. */
		uint32_t i = w->dialect->version.major == 2 && k < code->local_count
			? code->local_count - 1 - k
			: k;

		count += update(w, dict, code_slot_name(w, v->code, i),
			variable(w, v, i), list + count);
	}
	drop_all(w, list, count);
	free(list);
}

static obj_id locals_of(struct world *w, const struct variables *v)
{
	obj_id dict = word(w, v->names);
	bool kept = !py_at_least(w->dialect->version, 3, 13);

	if (code_of(w, v->code)->flags & (CODE_MODULE | CODE_CLASS_BODY)) {
		hold(w, dict);
		return dict;
	}
	if (!dict) {
		if (!gc_charge(w, FREE_LIST_DICT))
			return RESULT_AGAIN;
		dict = dict_new(w);
		if (kept)
			set_word(w, v->names, dict);
	}
	if (kept)
		hold(w, dict);
	fill(w, v, dict);
	return dict;
}

obj_id frame_locals(struct world *w, uint32_t f)
{
	struct variables v = {word(w, frame_slot(f, PY_CODE)), frame_slot(f, PY_FIRST),
		frame_slot(f, PY_NAMES)};

	return locals_of(w, &v);
}

/* The suspended generator that frame object O is of, when it keeps the slots itself
 * (3.11+); 0: none. */
static obj_id generator_of(const struct world *w, obj_id o)
{
	if (w->dialect->frame_objects || obj_field(w, o, FRAME_OBJECT_FUNCTION) == 0)
		return 0;
	for (obj_id g = OBJ_FIRST_FREE; g < reg(w, REG_SLOTS); g++) {
		if (obj_kind(w, g) == KIND_GENERATOR &&
			obj_field(w, g, GENERATOR_FRAME) == o &&
			obj_field(w, g, GENERATOR_SLOTS))
			return g;
	}
	return 0;
}

obj_id frame_object_locals(struct world *w, obj_id o)
{
	struct variables v = {obj_field(w, o, FRAME_OBJECT_CODE),
		obj_payload(w, o) + FRAME_OBJECT_HEAD,
		obj_payload(w, o) + FRAME_OBJECT_NAMES};
	uint32_t f = obj_field(w, o, FRAME_OBJECT_RUNNING);
	obj_id g = f ? 0 : generator_of(w, o);

	if (f)
		return frame_locals(w, f);
	if (g)
		v.first = obj_payload(w, g) + GENERATOR_HEAD;
	return locals_of(w, &v);
}
