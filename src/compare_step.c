#include "compare.h"

#include "code.h"
#include "dialect.h"
#include "dict.h"
#include "errors.h"
#include "find.h"
#include "list.h"
#include "lookup.h"
#include "number.h"
#include "passing.h"
#include "recursion.h"
#include "weakref.h"

/*
 * Comparisons that run Python code in their middle: a FRAME_BUILTIN (hidden
 * function `compare`) whose arguments are the two values.  Items are compared by
 * further frames of this kind, so nesting needs no C recursion.
 */
enum {
	WORD_OP,
	WORD_INDEX,
	WORD_ATTEMPT,
	WORD_FIND
};
enum {
	LOCAL_RESULT,
	LOCAL_KEY
};
enum state {
	STATE_START,
	STATE_SCAN,       /* items from INDEX on */
	STATE_ITEM,       /* whether items INDEX are equal */
	STATE_ITEM_TRUTH, /* the same, as a truth */
	STATE_FOUND_KEY,  /* dict, set: a key of b was compared with key INDEX */
	STATE_LAST,       /* the result of the items that decide */
	STATE_SPECIAL     /* the result of attempt ATTEMPT */
};

struct sides {
	uint32_t f;
	int op;
	obj_id a, b;
};

static struct sides sides_of(const struct world *w, uint32_t f)
{
	struct sides s = {f, (int)word(w, builtin_word(w, f, WORD_OP)),
		word(w, frame_slot(f, BUILTIN_FIRST_ARGUMENT)),
		word(w, frame_slot(f, BUILTIN_FIRST_ARGUMENT + 1))};

	compare_behind(w, &s.a, &s.b);
	return s;
}

static uint32_t index_of(const struct world *w, uint32_t f)
{
	return word(w, builtin_word(w, f, WORD_INDEX));
}

static void set_index(struct world *w, uint32_t f, uint32_t i)
{
	set_word(w, builtin_word(w, f, WORD_INDEX), i);
}

void compare_push(struct world *w, int op, obj_id a, obj_id b, uint32_t dst)
{
	uint32_t f, levels;

	push_builtin_step(w, B_compare_step, 0, (obj_id[]){a, b}, 2, dst);
	f = reg(w, REG_TOP);
	set_word(w, builtin_word(w, f, WORD_OP), (uint32_t)op);
	if (recursion_enter(w, LEVELS_COMPARE, false, &levels))
		recursion_hold(w, f, levels);
}

/* Special methods. */

static obj_id method_for(const struct world *w, int op, obj_id o, bool *inverted)
{
	obj_id function;

	*inverted = false;
	if (is_weak_proxy(w, o))
		return 0;
	function = special(w, o, compare_name(op));
	if (function || op != COMPARE_NE || w->dialect->version.major == 2)
		return function;
	*inverted = true;
	return inverts_eq(w, o) ? special(w, o, N_EQ) : 0;
}

static bool reflected_first(const struct world *w, obj_id a, obj_id b)
{
	return obj_class(w, a) != obj_class(w, b) &&
		type_is_subtype(w, obj_class(w, b), obj_class(w, a));
}

/* Objects/object.c: do_richcompare, and of 2.7 try_rich_compare and
 * try_3way_compare. */
struct compare_attempt compare_attempt(
	const struct world *w, int op, unsigned n, obj_id a, obj_id b)
{
	struct compare_attempt t = {.self = a, .other = b};

	t.mirrored = n == 1 || n == 3 || n == 5;
	if (t.mirrored) {
		t.self = b;
		t.other = a;
	}
	if (n >= 4) {
		t.three_way = true;
		if (w->dialect->version.major == 2 && !is_weak_proxy(w, t.self))
			t.function = special(w, t.self, N_CMP);
		return t;
	}
	if ((n == 1 && !reflected_first(w, a, b)) ||
		(n == 3 && reflected_first(w, a, b)))
		return t;
	t.function = method_for(
		w, t.mirrored ? compare_swapped(op) : op, t.self, &t.inverted);
	return t;
}

void compare_pass(struct world *w, const struct compare_attempt *t)
{
	if (!t->inverted)
		return;
	pass_tuple(w, 2);
	pass_tuple(w, 1);
}

static obj_id meaning_of_order(struct world *w, int op, bool mirrored, obj_id result)
{
	int order;

	if (!is_int(w, result))
		return raise_error(w, T_TYPE_ERROR, "an integer is required");
	order = int_sign(w, result);
	return bool_of(order_holds(op, mirrored ? -order : order));
}

obj_id compare_meaning(
	struct world *w, int op, const struct compare_attempt *attempt, obj_id result)
{
	if (result == OBJ_NOT_IMPLEMENTED)
		return result;
	if (attempt->three_way)
		return meaning_of_order(w, op, attempt->mirrored, result);
	if (attempt->inverted)
		return bool_of(!truth_plain(w, result));
	hold(w, result);
	return result;
}

obj_id compare_default(struct world *w, int op, obj_id a, obj_id b)
{
	static const char *const symbols[] = {"<", "<=", "==", "!=", ">", ">="};

	if (op == COMPARE_EQ || op == COMPARE_NE)
		return bool_of((a == b) == (op == COMPARE_EQ));
	if (w->dialect->version.major == 2)
		return bool_of(compare_order2(w, op, a, b));
	return raise_error(w, T_TYPE_ERROR,
		"'%s' not supported between instances of '%s' and '%s'", symbols[op],
		type_name_of(w, a), type_name_of(w, b));
}

static void try_next(struct world *w, const struct sides *s)
{
	uint32_t attempt = builtin_word(w, s->f, WORD_ATTEMPT);

	while (word(w, attempt) < COMPARE_ATTEMPTS) {
		struct compare_attempt t;

		set_word(w, attempt, word(w, attempt) + 1);
		t = compare_attempt(w, s->op, word(w, attempt), s->a, s->b);
		if (!t.function)
			continue;
		set_frame_state(w, s->f, STATE_SPECIAL);
		compare_pass(w, &t);
		push_special(w, t.function, t.self, t.other, 0, s->f + FRAME_RESULT);
		return;
	}
	builtin_return(w, compare_default(w, s->op, s->a, s->b));
}

static obj_id take_answer(struct world *w, uint32_t f)
{
	obj_id result = word(w, f + FRAME_RESULT);

	set_word(w, f + FRAME_RESULT, 0);
	return result;
}

/* Keeps a reference until the frame ends, or the next one. */
static void keep(struct world *w, uint32_t f, uint32_t local, obj_id o)
{
	uint32_t index = builtin_local(w, f, local);
	obj_id old = word(w, index);

	set_word(w, index, o);
	if (old)
		drop(w, old, NULL);
}

static void judge_special(struct world *w, const struct sides *s)
{
	obj_id result = take_answer(w, s->f);
	struct compare_attempt t = compare_attempt(
		w, s->op, word(w, builtin_word(w, s->f, WORD_ATTEMPT)), s->a, s->b);
	obj_id meaning = compare_meaning(w, s->op, &t, result);

	set_word(w, builtin_local(w, s->f, LOCAL_RESULT), result);
	if (meaning == OBJ_NOT_IMPLEMENTED) {
		set_word(w, builtin_local(w, s->f, LOCAL_RESULT), 0);
		try_next(w, s);
	} else {
		builtin_return(w, meaning);
	}
}

/* Sequences. */

static void decide(struct world *w, const struct sides *s, obj_id x, obj_id y)
{
	obj_id result = 0;

	if (s->op == COMPARE_EQ || s->op == COMPARE_NE) {
		builtin_return(w, bool_of(s->op == COMPARE_NE));
		return;
	}
	set_frame_state(w, s->f, STATE_LAST);
	if (compare_any(w, s->op, x, y, s->f + FRAME_RESULT, &result) != OUT_PUSHED)
		builtin_return(w, result);
}

/* -1: not known yet. */
static int equal_in_frame(struct world *w, const struct sides *s, obj_id x, obj_id y)
{
	obj_id result = 0;

	if (x == y)
		return 1;
	set_frame_state(w, s->f, STATE_ITEM);
	switch (compare_any(w, COMPARE_EQ, x, y, s->f + FRAME_RESULT, &result)) {
	case OUT_VALUE:
		return result == OBJ_TRUE;
	case OUT_PUSHED:
		return -1;
	default:
		builtin_return(w, 0);
		return -1;
	}
}

static void scan_items(struct world *w, const struct sides *s)
{
	uint32_t na = obj_n(w, s->a), nb = obj_n(w, s->b);
	bool equality = s->op == COMPARE_EQ || s->op == COMPARE_NE;
	uint32_t i = index_of(w, s->f);

	if (equality && na != nb && obj_kind(w, s->a) == KIND_LIST) {
		builtin_return(w, bool_of(s->op == COMPARE_NE));
		return;
	}
	for (; i < na && i < nb; i++) {
		obj_id x = item(w, s->a, i), y = item(w, s->b, i);
		int equal;

		set_index(w, s->f, i);
		equal = equal_in_frame(w, s, x, y);
		if (equal < 0)
			return;
		if (!equal) {
			decide(w, s, x, y);
			return;
		}
	}
	builtin_return(w, bool_of(order_holds(s->op, (na > nb) - (na < nb))));
}

/* Dicts and sets: every key of a is in b (with an equal value). */

static obj_id key_of(const struct world *w, obj_id o, uint32_t i)
{
	return obj_kind(w, o) == KIND_DICT ? dict_entry_key(w, o, i)
					   : set_entry_key(w, o, i);
}

static uint64_t hash_of(const struct world *w, obj_id o, uint32_t i)
{
	return obj_kind(w, o) == KIND_DICT ? dict_entry_hash(w, o, i)
					   : set_entry_hash(w, o, i);
}

static uint32_t entries_of(const struct world *w, obj_id o)
{
	return obj_kind(w, o) == KIND_DICT ? dict_entries(w, o) : set_entries(w, o);
}

/* Which side's keys are looked for in the other. */
static struct sides turned(const struct sides *s)
{
	struct sides t = *s;

	if (s->op == COMPARE_GT || s->op == COMPARE_GE) {
		t.a = s->b;
		t.b = s->a;
	}
	return t;
}

static void unequal(struct world *w, const struct sides *s)
{
	builtin_return(w, bool_of(s->op == COMPARE_NE));
}

/* Key INDEX was looked for: entry of b, or not there.  Returns whether the scan
 * goes on. */
static bool found_key(struct world *w, const struct sides *s, enum find_result found)
{
	struct sides t = turned(s);
	uint32_t entry = find_entry(w, s->f, WORD_FIND);
	int equal = 1;

	if (found == FIND_RAISED || found == FIND_ABSENT) {
		if (found == FIND_RAISED)
			builtin_return(w, 0);
		else
			unequal(w, s);
		return false;
	}
	if (obj_kind(w, t.a) == KIND_DICT)
		equal = equal_in_frame(w, s,
			dict_entry_value(w, t.a, index_of(w, s->f)),
			dict_entry_value(w, t.b, entry));
	if (equal == 0)
		unequal(w, s);
	if (equal == 1)
		set_index(w, s->f, index_of(w, s->f) + 1);
	return equal == 1;
}

static void scan_table(struct world *w, const struct sides *s)
{
	struct sides t = turned(s);
	bool strict = s->op == COMPARE_LT || s->op == COMPARE_GT;
	bool equality = s->op == COMPARE_EQ || s->op == COMPARE_NE;
	uint32_t na = obj_n(w, t.a), nb = obj_n(w, t.b);

	if ((equality && na != nb) || na > nb || (strict && na == nb)) {
		unequal(w, s);
		return;
	}
	while (index_of(w, s->f) < entries_of(w, t.a)) {
		uint32_t i = index_of(w, s->f);
		obj_id key = key_of(w, t.a, i);
		enum find_result found;

		if (!key) {
			set_index(w, s->f, i + 1);
			continue;
		}
		hold(w, key);
		keep(w, s->f, LOCAL_KEY, key);
		set_frame_state(w, s->f, STATE_FOUND_KEY);
		found = find_start(w, s->f, WORD_FIND, t.b, key, hash_of(w, t.a, i));
		if (found == FIND_WAIT || !found_key(w, s, found))
			return;
	}
	builtin_return(w, bool_of(s->op != COMPARE_NE));
}

static bool is_table(const struct world *w, const struct sides *s)
{
	enum kind kind = obj_kind(w, s->a);

	return kind == obj_kind(w, s->b) &&
		(kind == KIND_SET ||
			(kind == KIND_DICT &&
				(s->op == COMPARE_EQ || s->op == COMPARE_NE)));
}

static bool is_pair(const struct world *w, const struct sides *s)
{
	enum kind kind = obj_kind(w, s->a);

	return kind == obj_kind(w, s->b) && (kind == KIND_LIST || kind == KIND_TUPLE);
}

static void scan(struct world *w, const struct sides *s)
{
	set_frame_state(w, s->f, STATE_SCAN);
	if (is_pair(w, s))
		scan_items(w, s);
	else
		scan_table(w, s);
}

static void item_result(struct world *w, const struct sides *s, int equal)
{
	uint32_t i = index_of(w, s->f);

	if (equal < 0) {
		builtin_return(w, 0);
	} else if (equal) {
		set_index(w, s->f, i + 1);
		scan(w, s);
	} else if (is_pair(w, s) && i < obj_n(w, s->a) && i < obj_n(w, s->b)) {
		decide(w, s, item(w, s->a, i), item(w, s->b, i));
	} else {
		unequal(w, s);
	}
}

static void judge_item(struct world *w, const struct sides *s)
{
	obj_id result = take_answer(w, s->f);
	int t = truth(w, result, s->f + FRAME_RESULT);

	if (t == 2)
		set_frame_state(w, s->f, STATE_ITEM_TRUTH);
	keep(w, s->f, LOCAL_RESULT, result);
	if (t != 2)
		item_result(w, s, t);
}

static void judge_truth(struct world *w, const struct sides *s)
{
	obj_id result = take_answer(w, s->f);
	int t = truth_result(w, word(w, builtin_local(w, s->f, LOCAL_RESULT)), result);

	keep(w, s->f, LOCAL_RESULT, result);
	item_result(w, s, t);
}

/* Weak references compare what they refer to, as long as both are alive. */
static void compare_referents(struct world *w, const struct sides *s)
{
	obj_id x = weakref_referent(w, s->a), y = weakref_referent(w, s->b);
	obj_id result = 0;

	if (!x || !y) {
		builtin_return(w, compare_default(w, s->op, s->a, s->b));
		return;
	}
	set_frame_state(w, s->f, STATE_LAST);
	if (compare_any(w, s->op, x, y, s->f + FRAME_RESULT, &result) != OUT_PUSHED)
		builtin_return(w, result);
}

static bool is_reference(const struct world *w, obj_id o)
{
	return obj_kind(w, o) == KIND_WEAKREF && !is_weak_proxy(w, o);
}

/* Whether two weak references are compared by what they refer to; 2.7 does so with two
 * of the same class alone (Objects/weakrefobject.c, weakref_richcompare). */
static bool are_references(const struct world *w, obj_id a, obj_id b)
{
	return is_reference(w, a) && is_reference(w, b) &&
		(w->dialect->version.major == 3 || obj_class(w, a) == obj_class(w, b));
}

static void start(struct world *w, const struct sides *s)
{
	bool refs = are_references(w, s->a, s->b) &&
		(s->op == COMPARE_EQ || s->op == COMPARE_NE);
	obj_id result = 0;
	enum outcome outcome = compare_plain(w, s->op, s->a, s->b, &result);

	if (outcome == OUT_VALUE || outcome == OUT_ERROR)
		builtin_return(w, result);
	else if (outcome == OUT_PUSHED && (is_pair(w, s) || is_table(w, s)))
		scan(w, s);
	else if (refs)
		compare_referents(w, s);
	else
		try_next(w, s);
}

void compare_step(struct world *w, uint32_t f)
{
	struct sides s = sides_of(w, f);

	if (reg(w, REG_EXCEPTION)) {
		builtin_return(w, 0);
		return;
	}
	switch ((enum state)frame_state(w, f)) {
	case STATE_START:
		start(w, &s);
		break;
	case STATE_SCAN:
		scan(w, &s);
		break;
	case STATE_ITEM:
		judge_item(w, &s);
		break;
	case STATE_ITEM_TRUTH:
		judge_truth(w, &s);
		break;
	case STATE_FOUND_KEY:
		if (found_key(w, &s,
			    find_resume(w, f, WORD_FIND, turned(&s).b,
				    word(w, builtin_local(w, f, LOCAL_KEY)))))
			scan(w, &s);
		break;
	case STATE_LAST:
		builtin_return(w, take_answer(w, f));
		break;
	case STATE_SPECIAL:
		judge_special(w, &s);
		break;
	}
}
