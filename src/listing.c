#include "special.h"

#include <stdlib.h>

#include "dialect.h"
#include "gc.h"
#include "iterate.h"
#include "length_hint.h"
#include "list.h"
#include "passing.h"
#include "walk.h"
#include "xalloc.h"

/* Lists of what iterables give, and lists whose items go. */

bool iterable_quietly(const struct world *w, obj_id o)
{
	obj_id type;

	if (!iterable_plainly(w, o))
		return false;
	type = obj_class(w, o) - OBJ_TYPES;
	return type != T_ENUMERATE && type != T_ZIP && type != T_DICT_ITEM_ITERATOR &&
		type != T_DICT_ITEMS;
}

/* Who asks for the items. */
enum purpose {
	FOR_LIST_CALL, /* list() */
	FOR_LIST,
	FOR_NOBODY /* CPython makes no list */
};

/* All items of a quiet iterator. */
static enum outcome drain(
	struct world *w, obj_id o, obj_id it, enum purpose purpose, obj_id *result)
{
	bool made = purpose != FOR_NOBODY;
	obj_id list, v = 0;
	enum outcome outcome;

	if (made) {
		gc_count_new(w, purpose == FOR_LIST_CALL ? FREE_NONE : FREE_LIST_LIST);
		pass_length_hint(w, purpose == FOR_LIST_CALL ? o : it);
	}
	list = list_of(w, NULL, 0);
	set_obj_flag(w, list, OBJECT_UNMADE, !made);
	list_expect_from(w, list, o, purpose == FOR_LIST_CALL);
	while ((outcome = next_plain(w, it, &v)) == OUT_VALUE && v)
		list_append(w, list, v);
	list_resize(w, list, obj_n(w, list));
	if (outcome != OUT_VALUE)
		drop(w, list, NULL);
	else
		*result = list;
	return outcome;
}

static enum outcome gather_items(
	struct world *w, obj_id o, enum purpose purpose, uint32_t dst, obj_id *result)
{
	obj_id it = 0;
	enum outcome outcome;

	if (!iterable_quietly(w, o)) {
		if (!is_iterator(w, o) && !overrides(w, o, N_ITER) &&
			!overrides(w, o, N_GETITEM) && !iterable_plainly(w, o))
			return OUT_UNKNOWN;
		push_builtin_step(w, B_list_of_step, 0, &o, 1, dst);
		set_word(w, builtin_word(w, reg(w, REG_TOP), LIST_OF_UNMADE),
			purpose == FOR_NOBODY);
		set_word(w, builtin_word(w, reg(w, REG_TOP), LIST_OF_ITERATOR), 1);
		return OUT_PUSHED;
	}
	outcome = iter_builtin(w, o, &it);
	if (outcome != OUT_VALUE)
		return outcome;
	outcome = drain(w, o, it, purpose, result);
	drop(w, it, NULL);
	return outcome;
}

enum outcome list_of_builtin(struct world *w, obj_id o, uint32_t dst, obj_id *result)
{
	return gather_items(w, o, FOR_LIST, dst, result);
}

enum outcome list_call_builtin(struct world *w, obj_id o, obj_id *result)
{
	return gather_items(w, o, FOR_LIST_CALL, 0, result);
}

enum outcome items_of_builtin(struct world *w, obj_id o, uint32_t dst, obj_id *result)
{
	return gather_items(w, o, FOR_NOBODY, dst, result);
}

/* A FRAME_BUILTIN (hidden function) that makes the list by any iterator. */
enum {
	LOCAL_ITERATOR,
	LOCAL_LIST
};
enum state {
	STATE_START,
	STATE_LIST,
	STATE_HINT,
	STATE_NEXT
};

static void make_list(struct world *w, uint32_t f)
{
	bool unmade = word(w, builtin_word(w, f, LIST_OF_UNMADE));
	obj_id list;

	if (!unmade && !gc_charge(w, FREE_LIST_LIST))
		return;
	list = list_of(w, NULL, 0);
	set_obj_flag(w, list, OBJECT_UNMADE, unmade);
	list_expect_from(
		w, list, word(w, frame_slot(f, BUILTIN_FIRST_ARGUMENT)), false);
	set_word(w, builtin_local(w, f, LOCAL_LIST), list);
	set_frame_state(w, f, unmade ? STATE_NEXT : STATE_HINT);
}

static void ask_length(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);
	obj_id o = word(w, builtin_word(w, f, LIST_OF_ITERATOR))
		? word(w, builtin_local(w, f, LOCAL_ITERATOR))
		: arg(w, &a, 0);

	switch (walk_hint(w, f, o)) {
	case WALK_READY:
		set_frame_state(w, f, STATE_NEXT);
		break;
	case WALK_RAISED:
		builtin_return(w, 0);
		break;
	default:
		break;
	}
}

static void fill_list(struct world *w, uint32_t f)
{
	uint32_t list = builtin_local(w, f, LOCAL_LIST);
	obj_id v = 0, made;

	switch (walk_next(w, f, LOCAL_ITERATOR, &v)) {
	case WALK_ITEM:
		list_append(w, word(w, list), v);
		break;
	case WALK_RAISED:
		builtin_return(w, 0);
		break;
	case WALK_WAIT:
		break;
	default:
		made = word(w, list);
		list_resize(w, made, obj_n(w, made));
		set_word(w, list, 0);
		builtin_return(w, made);
	}
}

void list_of_step(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);

	switch ((enum state)frame_state(w, f)) {
	case STATE_START:
		switch (walk_start(w, f, LOCAL_ITERATOR, arg(w, &a, 0), NULL)) {
		case WALK_READY:
			set_frame_state(w, f, STATE_LIST);
			break;
		case WALK_RAISED:
			builtin_return(w, 0);
			break;
		default:
			break;
		}
		break;
	case STATE_LIST:
		make_list(w, f);
		break;
	case STATE_HINT:
		ask_length(w, f);
		break;
	case STATE_NEXT:
		fill_list(w, f);
		break;
	}
}

void drop_removed(struct world *w, const struct removed *r, const struct owned *list,
	uint32_t count)
{
	struct owned *all = xcalloc(r->count + 2 + count + 1, sizeof(*all));
	uint32_t n = 0;

	for (uint32_t i = r->count; i-- > 0;)
		all[n++].object = word(w, r->block + i);
	if (r->block)
		block_free(w, r->block, r->words);
	all[n++].object = r->a;
	all[n++].object = r->b;
	for (uint32_t i = 0; i < count; i++)
		all[n++] = list[i];
	drop_all(w, all, n);
	free(all);
}
