#include "builtin_set.h"

#include "builtin_dict.h"
#include "builtin_list.h"
#include "code.h"
#include "dialect.h"
#include "dict.h"
#include "errors.h"
#include "find.h"
#include "gc.h"
#include "walk.h"

/*
 * Operations of sets with any iterables, in a FRAME_BUILTIN: key by key, as
 * Objects/setobject.c goes through them.  Two sets whose keys are compared in C
 * are done at once.
 *
 *	TARGET	the set that keys are looked for in: self, a copy, a new set
 *	RESULT	intersection: the set of what is in both
 */
enum work {
	WORK_OR,
	WORK_AND,
	WORK_SUB,
	WORK_XOR,
	WORK_FILL, /* TARGET is new and gets all keys */
	WORK_SUBSET,
	WORK_SUPERSET,
	WORK_DISJOINT
};
enum {
	IN_PLACE = 16,
	RETURNS_SELF = 32
};
enum {
	WORD_FIND,
	WORD_SOURCE = FIND_WORDS
};
enum {
	LOCAL_TARGET,
	LOCAL_ITERATOR,
	LOCAL_KEY,
	LOCAL_OLD,
	LOCAL_RESULT,
	LOCAL_OTHER
};
enum state {
	STATE_BEGIN,
	STATE_OTHER_CAME,
	STATE_SOURCE,
	STATE_RESULT,
	STATE_WALK_START,
	STATE_WALK,
	STATE_HASH,
	STATE_FIND,
	STATE_FIND_RESULT
};

static obj_id local(const struct world *w, uint32_t f, uint32_t i)
{
	return word(w, builtin_local(w, f, i));
}

static void put(struct world *w, uint32_t f, uint32_t i, obj_id o)
{
	set_word(w, builtin_local(w, f, i), o);
}

static void keep(struct world *w, uint32_t f, uint32_t i, obj_id o)
{
	obj_id old = local(w, f, i);

	put(w, f, i, o);
	if (old)
		drop(w, old, NULL);
}

static uint32_t source_index(const struct world *w, uint32_t f)
{
	return word(w, builtin_word(w, f, WORD_SOURCE));
}

static obj_id source(const struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);

	return arg(w, &a, source_index(w, f));
}

static void next_source(struct world *w, uint32_t f)
{
	set_word(w, builtin_word(w, f, WORD_SOURCE), source_index(w, f) + 1);
	set_frame_state(w, f, STATE_SOURCE);
}

static enum work work_of(uint32_t how)
{
	return (enum work)(how & 15);
}

static bool is_test(uint32_t how)
{
	return work_of(how) >= WORK_SUBSET;
}

static void give(struct world *w, uint32_t f, uint32_t i)
{
	obj_id o = local(w, f, i);

	put(w, f, i, 0);
	builtin_return(w, o);
}

/* The work is done. */
static void finished(struct world *w, uint32_t f, uint32_t how)
{
	struct args a = builtin_args(w, f);

	if (work_of(how) == WORK_AND && (how & IN_PLACE))
		set_swap(w, a.self, local(w, f, LOCAL_TARGET));
	if (is_test(how)) {
		builtin_return(w, OBJ_TRUE);
	} else if (how & RETURNS_SELF) {
		hold(w, a.self);
		builtin_return(w, a.self);
	} else if (how & IN_PLACE) {
		builtin_return(w, OBJ_NONE);
	} else {
		give(w, f, LOCAL_TARGET);
	}
}

/* A new set as TARGET or RESULT; false: a collection runs first. */
static bool new_set(struct world *w, uint32_t f, uint32_t i, obj_id class)
{
	obj_id set = table_new(w, class);

	if (set == RESULT_AGAIN)
		return false;
	keep(w, f, i, set);
	return true;
}

static void begin(struct world *w, uint32_t f, uint32_t how)
{
	struct args a = builtin_args(w, f);
	bool copies = !(how & IN_PLACE) &&
		(work_of(how) == WORK_OR || work_of(how) == WORK_SUB ||
			work_of(how) == WORK_XOR);

	if (work_of(how) == WORK_FILL) {
		if (!local(w, f, LOCAL_TARGET) && !new_set(w, f, LOCAL_TARGET, a.self))
			return;
	} else if (copies || (work_of(how) == WORK_AND && a.count == 0)) {
		if (!set_charge(w, set_result_class(w, a.self)))
			return;
		put(w, f, LOCAL_TARGET,
			set_copy(w, a.self, set_result_class(w, a.self)));
	} else {
		hold(w, a.self);
		put(w, f, LOCAL_TARGET, a.self);
	}
	set_frame_state(w, f, STATE_SOURCE);
}

/* Two sets at once; false: key by key. */
static bool at_once(struct world *w, uint32_t f, uint32_t how, obj_id other)
{
	obj_id target = local(w, f, LOCAL_TARGET);

	if (obj_kind(w, other) != KIND_SET || !set_is_plain(w, other) ||
		!set_is_plain(w, target))
		return false;
	switch (work_of(how)) {
	case WORK_OR:
	case WORK_FILL:
		set_merge(w, target, other);
		return true;
	case WORK_AND:
		gc_count_new(w, gc_free_list(w, KIND_SET, 0));
		keep(w, f, LOCAL_TARGET,
			set_intersection(
				w, target, other, set_result_class(w, target)));
		return true;
	default:
		return false;
	}
}

static void answer_subset(struct world *w, uint32_t f, obj_id small, obj_id large)
{
	obj_id result = 0;

	if (compare_builtin(w, COMPARE_LE, small, large, f + FRAME_RESULT, &result) ==
		OUT_PUSHED)
		set_frame_state(w, f, STATE_RESULT);
	else
		builtin_return(w, result);
}

static bool needs_set(uint32_t how)
{
	return work_of(how) == WORK_SUBSET || work_of(how) == WORK_SUPERSET ||
		work_of(how) == WORK_XOR;
}

/* Starts with the next of the sources. */
static void start_source(struct world *w, uint32_t f, uint32_t how)
{
	struct args a = builtin_args(w, f);
	obj_id other;

	if (source_index(w, f) >= a.count) {
		finished(w, f, how);
		return;
	}
	other = source(w, f);
	if (needs_set(how) && obj_kind(w, other) != KIND_SET) {
		set_frame_state(w, f, STATE_OTHER_CAME);
		other = source(w, f);
		push_builtin_step(w, B_set_create, type_object(T_SET), &other, 1,
			f + FRAME_RESULT);
	} else if (work_of(how) == WORK_SUBSET) {
		answer_subset(w, f, a.self, other);
	} else if (work_of(how) == WORK_SUPERSET) {
		answer_subset(w, f, other, a.self);
	} else if (at_once(w, f, how, other)) {
		next_source(w, f);
	} else if (work_of(how) != WORK_AND ||
		new_set(w, f, LOCAL_RESULT, set_result_class(w, a.self))) {
		set_frame_state(w, f, STATE_WALK_START);
	}
}

/* The source was made a set: it takes the source's place among the arguments. */
static void other_came(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);
	obj_id set = word(w, f + FRAME_RESULT);
	uint32_t index = a.base + source_index(w, f);

	if (reg(w, REG_EXCEPTION)) {
		builtin_return(w, 0);
		return;
	}
	set_word(w, f + FRAME_RESULT, 0);
	put(w, f, LOCAL_OTHER, word(w, index));
	set_word(w, index, set);
	set_frame_state(w, f, STATE_SOURCE);
}

/* All keys of a source were seen. */
static void source_ended(struct world *w, uint32_t f, uint32_t how)
{
	obj_id result = local(w, f, LOCAL_RESULT);

	next_source(w, f);
	if (work_of(how) != WORK_AND)
		return;
	put(w, f, LOCAL_RESULT, 0);
	keep(w, f, LOCAL_TARGET, result);
}

static void add(struct world *w, uint32_t f, uint32_t i)
{
	struct dict_probe p;

	find_probe(w, f, WORD_FIND, local(w, f, LOCAL_KEY), &p);
	set_store(w, local(w, f, i), &p);
}

static uint64_t probe_hash(const struct world *w, uint32_t f)
{
	struct dict_probe p;

	find_probe(w, f, WORD_FIND, 0, &p);
	return p.hash;
}

/* The key is in both: it goes into RESULT. */
static void into_result(struct world *w, uint32_t f, enum find_result r)
{
	if (r == FIND_RAISED) {
		builtin_return(w, 0);
		return;
	}
	set_frame_state(w, f, r == FIND_WAIT ? STATE_FIND_RESULT : STATE_WALK);
	if (r == FIND_ABSENT)
		add(w, f, LOCAL_RESULT);
}

/* The key was looked for in TARGET. */
static void looked(struct world *w, uint32_t f, uint32_t how, enum find_result r)
{
	enum work work = work_of(how);
	bool found = r == FIND_FOUND;

	if (r == FIND_RAISED) {
		builtin_return(w, 0);
		return;
	}
	set_frame_state(w, f, r == FIND_WAIT ? STATE_FIND : STATE_WALK);
	if (r == FIND_WAIT)
		return;
	if (found && work == WORK_DISJOINT)
		builtin_return(w, OBJ_FALSE);
	else if (found && work == WORK_AND)
		into_result(w, f,
			find_start(w, f, WORD_FIND, local(w, f, LOCAL_RESULT),
				local(w, f, LOCAL_KEY), probe_hash(w, f)));
	else if (found && (work == WORK_SUB || work == WORK_XOR))
		keep(w, f, LOCAL_OLD,
			set_take(w, local(w, f, LOCAL_TARGET),
				find_entry(w, f, WORD_FIND)));
	else if (!found && (work == WORK_OR || work == WORK_XOR || work == WORK_FILL))
		add(w, f, LOCAL_TARGET);
}

static void look(struct world *w, uint32_t f, uint32_t how, uint64_t hash)
{
	looked(w, f, how,
		find_start(w, f, WORD_FIND, local(w, f, LOCAL_TARGET),
			local(w, f, LOCAL_KEY), hash));
}

static void next_key(struct world *w, uint32_t f, uint32_t how)
{
	obj_id v = 0;
	uint64_t hash;

	switch (walk_next(w, f, LOCAL_ITERATOR, &v)) {
	case WALK_WAIT:
		return;
	case WALK_RAISED:
		builtin_return(w, 0);
		return;
	case WALK_END:
		source_ended(w, f, how);
		return;
	default:
		break;
	}
	keep(w, f, LOCAL_KEY, v);
	switch (hash_key(w, v, f + FRAME_RESULT, &hash)) {
	case OUT_VALUE:
		look(w, f, how, hash);
		break;
	case OUT_PUSHED:
		set_frame_state(w, f, STATE_HASH);
		break;
	default:
		builtin_return(w, 0);
	}
}

static void hash_came(struct world *w, uint32_t f, uint32_t how)
{
	obj_id result = word(w, f + FRAME_RESULT);
	uint64_t hash;
	bool fine;

	if (reg(w, REG_EXCEPTION)) {
		builtin_return(w, 0);
		return;
	}
	fine = hash_result(w, result, &hash);
	set_word(w, f + FRAME_RESULT, 0);
	keep(w, f, LOCAL_OLD, result);
	if (fine)
		look(w, f, how, hash);
	else
		builtin_return(w, 0);
}

static void start_walk(struct world *w, uint32_t f)
{
	obj_id it = local(w, f, LOCAL_ITERATOR);

	if (it && !(frame_flags(w, f) & 1)) {
		keep(w, f, LOCAL_ITERATOR, 0);
		return;
	}
	switch (walk_start(w, f, LOCAL_ITERATOR, source(w, f), NULL)) {
	case WALK_READY:
		set_frame_state(w, f, STATE_WALK);
		break;
	case WALK_RAISED:
		builtin_return(w, 0);
		break;
	default:
		break;
	}
}

static void set_work(struct world *w, uint32_t f, uint32_t how)
{
	obj_id result;

	switch ((enum state)frame_state(w, f)) {
	case STATE_BEGIN:
		begin(w, f, how);
		break;
	case STATE_OTHER_CAME:
		other_came(w, f);
		break;
	case STATE_SOURCE:
		start_source(w, f, how);
		break;
	case STATE_RESULT:
		result = word(w, f + FRAME_RESULT);
		set_word(w, f + FRAME_RESULT, 0);
		builtin_return(w, result);
		break;
	case STATE_WALK_START:
		start_walk(w, f);
		break;
	case STATE_WALK:
		next_key(w, f, how);
		break;
	case STATE_HASH:
		hash_came(w, f, how);
		break;
	case STATE_FIND:
		looked(w, f, how,
			find_resume(w, f, WORD_FIND, local(w, f, LOCAL_TARGET),
				local(w, f, LOCAL_KEY)));
		break;
	case STATE_FIND_RESULT:
		into_result(w, f,
			find_resume(w, f, WORD_FIND, local(w, f, LOCAL_RESULT),
				local(w, f, LOCAL_KEY)));
		break;
	}
}

#define WORK(name, how) \
	void name(struct world *w, uint32_t f) \
	{ \
		set_work(w, f, how); \
	}

WORK(set_update, WORK_OR | IN_PLACE)
WORK(set_intersection_update, WORK_AND | IN_PLACE)
WORK(set_difference_update, WORK_SUB | IN_PLACE)
WORK(set_symmetric_update, WORK_XOR | IN_PLACE)
WORK(set_union_method, WORK_OR)
WORK(set_intersection_method, WORK_AND)
WORK(set_difference_method, WORK_SUB)
WORK(set_symmetric_method, WORK_XOR)
WORK(set_issubset, WORK_SUBSET)
WORK(set_issuperset, WORK_SUPERSET)
WORK(set_isdisjoint, WORK_DISJOINT)
WORK(set_or, WORK_OR)
WORK(set_and, WORK_AND)
WORK(set_sub, WORK_SUB)
WORK(set_xor, WORK_XOR)
WORK(set_ior, WORK_OR | IN_PLACE | RETURNS_SELF)
WORK(set_iand, WORK_AND | IN_PLACE | RETURNS_SELF)
WORK(set_isub, WORK_SUB | IN_PLACE | RETURNS_SELF)
WORK(set_ixor, WORK_XOR | IN_PLACE | RETURNS_SELF)
WORK(frozenset_union, WORK_OR)
WORK(frozenset_intersection, WORK_AND)
WORK(frozenset_difference, WORK_SUB)
WORK(frozenset_symmetric, WORK_XOR)
WORK(frozenset_issubset, WORK_SUBSET)
WORK(frozenset_issuperset, WORK_SUPERSET)
WORK(frozenset_isdisjoint, WORK_DISJOINT)

/* set.__init__: the set is emptied, then filled. */
void set_init(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);
	struct dict_block b;

	if (frame_state(w, f) == STATE_BEGIN) {
		hold(w, a.self);
		put(w, f, LOCAL_TARGET, a.self);
		set_frame_state(w, f, STATE_SOURCE);
		if (obj_n(w, a.self)) {
			b = set_detach(w, a.self);
			table_clear(w, &b);
		}
		return;
	}
	set_work(w, f, WORK_OR | IN_PLACE);
}

/* set(), frozenset(): SELF is the class. */

static bool table_arguments(struct world *w, const struct args *a, const char *name)
{
	if (a->names) {
		raise_error(w, T_TYPE_ERROR,
			py_at_least(w->dialect->version, 3, 7)
				? "%s() takes no keyword arguments"
				: "%s() does not take keyword arguments",
			name);
		return false;
	}
	if (a->count <= 1)
		return true;
	raise_error(w, T_TYPE_ERROR, "%s expected at most 1 argument%s, got %u", name,
		py_at_least(w->dialect->version, 3, 8) ? "" : "s", a->count);
	return false;
}

static obj_id create(struct world *w, const struct args *a)
{
	if (a->count || a->names)
		return RESULT_STEP;
	return table_new(w, a->self);
}

static void create_step(struct world *w, uint32_t f, const char *name)
{
	struct args a = builtin_args(w, f);

	if (frame_state(w, f) == STATE_BEGIN && !table_arguments(w, &a, name)) {
		builtin_return(w, 0);
		return;
	}
	set_work(w, f, WORK_FILL);
}

obj_id set_create(struct world *w, const struct args *a)
{
	return create(w, a);
}

void set_create_step(struct world *w, uint32_t f)
{
	create_step(w, f, "set");
}

obj_id frozenset_create(struct world *w, const struct args *a)
{
	if (a->count == 1 && a->self == type_object(T_FROZENSET) &&
		obj_class(w, arg(w, a, 0)) == a->self) {
		hold(w, arg(w, a, 0));
		return arg(w, a, 0);
	}
	return create(w, a);
}

void frozenset_create_step(struct world *w, uint32_t f)
{
	create_step(w, f, "frozenset");
}
