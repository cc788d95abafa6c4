#include "special.h"

#include <stdlib.h>

#include "arguments.h"
#include "builtin_list.h"
#include "code.h"
#include "compare.h"
#include "dialect.h"
#include "errors.h"
#include "list.h"
#include "number.h"
#include "passing.h"
#include "xalloc.h"

/*
 * Sorting: list.sort() and sorted() (Objects/listobject.c, list_sort_impl).
 *
 * The items leave the list, which is empty meanwhile, and become arguments of a
 * FRAME_BUILTIN of their own (hidden function `sort`, SELF the list):
 *
 *	key function or 0 | 2.7's cmp function or 0 | items | keys, when there is a key
 *function
 *
 * When the order of all keys is C code they are merged on scratch memory; else
 * comparisons run in frames, one at a time, in the order of count_run() and
 * binarysort().
 */
enum {
	WORD_COUNT,
	WORD_REVERSE,
	WORD_AT,
	WORD_LOW,
	WORD_HIGH,
	WORD_DESCENDING
};
enum {
	ARGUMENT_KEY,
	ARGUMENT_CMP,
	ARGUMENT_ITEMS
};
enum {
	LOCAL_RESULT
};
enum state {
	STATE_KEYS, /* the key of item AT is asked for */
	STATE_KEY_CAME,
	STATE_SORT,
	STATE_RUN,    /* the length of the run at the start is counted */
	STATE_INSERT, /* item AT goes in between LOW and HIGH */
	STATE_RUN_CAME,
	STATE_INSERT_CAME,
	STATE_PUT_BACK,
	STATE_RETURN
};

static uint32_t sort_word(const struct world *w, uint32_t f, uint32_t i)
{
	return word(w, builtin_word(w, f, i));
}

static void set_sort_word(struct world *w, uint32_t f, uint32_t i, uint32_t value)
{
	set_word(w, builtin_word(w, f, i), value);
}

static uint32_t argument(uint32_t f, uint32_t i)
{
	return frame_slot(f, BUILTIN_FIRST_ARGUMENT + i);
}

static uint32_t item_word(uint32_t f, uint32_t i)
{
	return argument(f, ARGUMENT_ITEMS + i);
}

static bool has_keys(const struct world *w, uint32_t f)
{
	return word(w, argument(f, ARGUMENT_KEY)) != 0;
}

/* The word that item I is compared by. */
static uint32_t key_word(const struct world *w, uint32_t f, uint32_t i)
{
	return item_word(f, has_keys(w, f) ? sort_word(w, f, WORD_COUNT) + i : i);
}

void sort_push(struct world *w, obj_id list, const struct sort_options *o, uint32_t dst)
{
	uint32_t n = obj_n(w, list);
	uint32_t f = builtin_push(
		w, B_sort_step, list, ARGUMENT_ITEMS + n * (o->key ? 2 : 1), dst);

	if (o->key)
		hold(w, o->key);
	set_word(w, argument(f, ARGUMENT_KEY), o->key);
	if (o->cmp)
		hold(w, o->cmp);
	set_word(w, argument(f, ARGUMENT_CMP), o->cmp);
	for (uint32_t i = 0; i < n; i++)
		set_word(w, item_word(f, i), item(w, list, i));
	set_obj_n(w, list, 0);
	set_sort_word(w, f, WORD_COUNT, n);
	set_sort_word(w, f, WORD_REVERSE, o->reverse);
	set_frame_state(w, f, o->key ? STATE_KEYS : STATE_SORT);
}

/* Keys. */

static void ask_key(struct world *w, uint32_t f)
{
	uint32_t at = sort_word(w, f, WORD_AT);
	obj_id v;

	if (at == sort_word(w, f, WORD_COUNT)) {
		set_frame_state(w, f, STATE_SORT);
		return;
	}
	v = word(w, item_word(f, at));
	set_frame_state(w, f, STATE_KEY_CAME);
	pass_call_frame(w,
		frame_push_call(w, f + FRAME_RESULT, word(w, argument(f, ARGUMENT_KEY)),
			&v, 1, 0),
		CALL_TUPLE);
}

static obj_id take_answer(struct world *w, uint32_t f)
{
	obj_id result = word(w, f + FRAME_RESULT);

	set_word(w, f + FRAME_RESULT, 0);
	return result;
}

static void key_came(struct world *w, uint32_t f)
{
	uint32_t at = sort_word(w, f, WORD_AT);

	set_word(w, key_word(w, f, at), take_answer(w, f));
	set_sort_word(w, f, WORD_AT, at + 1);
	set_frame_state(w, f, STATE_KEYS);
	ask_key(w, f);
}

/* On scratch memory: a merge sort that keeps the order of equals. */
struct merge {
	struct world *w;
	const obj_id *keys;
	uint32_t *order, *scratch;
	bool failed; /* frames are needed, or an error to be raised */
};

static bool is_less(struct merge *m, uint32_t x, uint32_t y)
{
	obj_id result = OBJ_FALSE;

	if (m->failed)
		return false;
	if (compare_plain(m->w, COMPARE_LT, m->keys[x], m->keys[y], &result) !=
		OUT_VALUE)
		m->failed = true;
	return result == OBJ_TRUE;
}

static void merge(struct merge *m, uint32_t from, uint32_t middle, uint32_t to)
{
	uint32_t left = from, right = middle;

	for (uint32_t i = from; i < to; i++) {
		bool take_right = right < to &&
			(left == middle || is_less(m, m->order[right], m->order[left]));

		m->scratch[i] = m->order[take_right ? right++ : left++];
	}
	for (uint32_t i = from; i < to; i++)
		m->order[i] = m->scratch[i];
}

static bool order_plainly(
	struct world *w, const obj_id *keys, uint32_t n, uint32_t *order)
{
	struct merge m = {w, keys, order, xcalloc(n + 1, sizeof(*order)), false};

	for (uint32_t width = 1; width < n && !m.failed; width *= 2) {
		for (uint32_t from = 0; from + width < n && !m.failed;
			from += 2 * width) {
			uint32_t to = from + 2 * width;

			merge(&m, from, from + width, to < n ? to : n);
		}
	}
	free(m.scratch);
	return !m.failed;
}

static void permute(struct world *w, uint32_t base, const uint32_t *order, uint32_t n)
{
	obj_id *old = xcalloc(n + 1, sizeof(*old));

	for (uint32_t i = 0; i < n; i++)
		old[i] = word(w, base + i);
	for (uint32_t i = 0; i < n; i++)
		set_word(w, base + i, old[order[i]]);
	free(old);
}

static void reverse_words(struct world *w, uint32_t base, uint32_t n)
{
	for (uint32_t i = 0; i < n / 2; i++) {
		obj_id v = word(w, base + i);

		set_word(w, base + i, word(w, base + n - 1 - i));
		set_word(w, base + n - 1 - i, v);
	}
}

/* The first N items, with their keys. */
static void reverse_items(struct world *w, uint32_t f, uint32_t n)
{
	reverse_words(w, item_word(f, 0), n);
	if (has_keys(w, f))
		reverse_words(w, key_word(w, f, 0), n);
}

static bool sort_plainly(struct world *w, uint32_t f, uint32_t n)
{
	obj_id *keys = xcalloc(n + 1, sizeof(*keys));
	uint32_t *order = xcalloc(n + 1, sizeof(*order));
	bool sorted;

	for (uint32_t i = 0; i < n; i++) {
		keys[i] = word(w, key_word(w, f, i));
		order[i] = i;
	}
	sorted = order_plainly(w, keys, n, order);
	if (sorted)
		permute(w, item_word(f, 0), order, n);
	if (sorted && has_keys(w, f))
		permute(w, key_word(w, f, 0), order, n);
	free(keys);
	free(order);
	return sorted;
}

static void sort(struct world *w, uint32_t f)
{
	uint32_t n = sort_word(w, f, WORD_COUNT);
	bool cmp = word(w, argument(f, ARGUMENT_CMP)) != 0;

	if (sort_word(w, f, WORD_REVERSE))
		reverse_items(w, f, n);
	set_sort_word(w, f, WORD_AT, 1);
	if (n < 2 || (!cmp && !reg(w, REG_EXCEPTION) && sort_plainly(w, f, n)))
		set_frame_state(w, f, STATE_PUT_BACK);
	else
		set_frame_state(w, f, STATE_RUN);
	if (reg(w, REG_EXCEPTION))
		set_frame_state(w, f, STATE_PUT_BACK);
}

/* In frames. */

/* Whether key X < key Y: 1, 0; -1: it will come, or was raised. */
static int ask(struct world *w, uint32_t f, uint32_t x, uint32_t y)
{
	obj_id pair[2] = {word(w, key_word(w, f, x)), word(w, key_word(w, f, y))};
	obj_id cmp = word(w, argument(f, ARGUMENT_CMP)), result = 0;

	if (cmp) {
		pass_call_frame(w,
			frame_push_call(w, f + FRAME_RESULT, cmp, pair, 2, 0),
			CALL_TUPLE);
		return -1;
	}
	if (compare_any(w, COMPARE_LT, pair[0], pair[1], f + FRAME_RESULT, &result) !=
		OUT_VALUE)
		return -1;
	return result == OBJ_TRUE;
}

static int read_answer(struct world *w, uint32_t f)
{
	obj_id result = take_answer(w, f);
	int less = truth_plain(w, result);

	if (word(w, argument(f, ARGUMENT_CMP))) {
		if (is_int(w, result)) {
			less = int_sign(w, result) < 0;
		} else {
			raise_error(w, T_TYPE_ERROR,
				"comparison function must return int, not %s",
				type_name_of(w, result));
			less = -1;
		}
	}
	drop(w, result, NULL);
	return less;
}

static void start_insert(struct world *w, uint32_t f, uint32_t at)
{
	set_sort_word(w, f, WORD_AT, at);
	set_sort_word(w, f, WORD_LOW, 0);
	set_sort_word(w, f, WORD_HIGH, at);
	set_frame_state(w, f,
		at == sort_word(w, f, WORD_COUNT) ? STATE_PUT_BACK : STATE_INSERT);
}

static void run_ended(struct world *w, uint32_t f, uint32_t at)
{
	if (sort_word(w, f, WORD_DESCENDING))
		reverse_items(w, f, at);
	start_insert(w, f, at);
}

static void run_goes_on(struct world *w, uint32_t f, bool less)
{
	uint32_t at = sort_word(w, f, WORD_AT);

	set_frame_state(w, f, STATE_RUN);
	if (at == 1)
		set_sort_word(w, f, WORD_DESCENDING, less);
	else if (less != (sort_word(w, f, WORD_DESCENDING) != 0)) {
		run_ended(w, f, at);
		return;
	}
	set_sort_word(w, f, WORD_AT, at + 1);
	if (at + 1 == sort_word(w, f, WORD_COUNT))
		run_ended(w, f, at + 1);
}

static void move_word(struct world *w, uint32_t base, uint32_t from, uint32_t to)
{
	obj_id v = word(w, base + from);

	for (uint32_t i = from; i > to; i--)
		set_word(w, base + i, word(w, base + i - 1));
	set_word(w, base + to, v);
}

static void insert_goes_on(struct world *w, uint32_t f, bool less)
{
	uint32_t low = sort_word(w, f, WORD_LOW), high = sort_word(w, f, WORD_HIGH);
	uint32_t middle = low + (high - low) / 2, at = sort_word(w, f, WORD_AT);

	set_frame_state(w, f, STATE_INSERT);
	if (less)
		high = middle;
	else
		low = middle + 1;
	set_sort_word(w, f, WORD_LOW, low);
	set_sort_word(w, f, WORD_HIGH, high);
	if (low < high)
		return;
	move_word(w, item_word(f, 0), at, low);
	if (has_keys(w, f))
		move_word(w, key_word(w, f, 0), at, low);
	start_insert(w, f, at + 1);
}

static void compare_next(struct world *w, uint32_t f)
{
	bool run = frame_state(w, f) == STATE_RUN;
	uint32_t at = sort_word(w, f, WORD_AT);
	uint32_t low = sort_word(w, f, WORD_LOW), high = sort_word(w, f, WORD_HIGH);
	int less;

	set_frame_state(w, f, run ? STATE_RUN_CAME : STATE_INSERT_CAME);
	less = ask(w, f, at, run ? at - 1 : low + (high - low) / 2);
	if (less >= 0 && run)
		run_goes_on(w, f, less);
	else if (less >= 0)
		insert_goes_on(w, f, less);
}

static void answer_came(struct world *w, uint32_t f)
{
	bool run = frame_state(w, f) == STATE_RUN_CAME;
	int less = read_answer(w, f);

	if (less < 0)
		return;
	if (run)
		run_goes_on(w, f, less);
	else
		insert_goes_on(w, f, less);
}

/* The items go back into the list, in whatever order they are in now. */
static void put_back(struct world *w, uint32_t f)
{
	obj_id list = word(w, frame_slot(f, BUILTIN_SELF_SLOT));
	uint32_t n = sort_word(w, f, WORD_COUNT), extra = obj_n(w, list);
	uint32_t block = extra ? list_splice(w, list, 0, extra, 0, 0) : 0;

	set_frame_state(w, f, STATE_RETURN);
	if (sort_word(w, f, WORD_REVERSE))
		reverse_items(w, f, n);
	for (uint32_t i = 0; i < n; i++) {
		list_append(w, list, word(w, item_word(f, i)));
		set_word(w, item_word(f, i), 0);
	}
	if (!extra)
		return;
	if (!reg(w, REG_EXCEPTION))
		raise_error(w, T_VALUE_ERROR, "list modified during sort");
	drop_block(w, block, extra, block, extra, -1);
}

void sort_step(struct world *w, uint32_t f)
{
	enum state state = (enum state)frame_state(w, f);

	if (reg(w, REG_EXCEPTION) && state < STATE_PUT_BACK)
		state = STATE_PUT_BACK;
	switch (state) {
	case STATE_KEYS:
		ask_key(w, f);
		break;
	case STATE_KEY_CAME:
		key_came(w, f);
		break;
	case STATE_SORT:
		sort(w, f);
		break;
	case STATE_RUN:
	case STATE_INSERT:
		compare_next(w, f);
		break;
	case STATE_RUN_CAME:
	case STATE_INSERT_CAME:
		answer_came(w, f);
		break;
	case STATE_PUT_BACK:
		put_back(w, f);
		break;
	case STATE_RETURN:
		builtin_return(w, reg(w, REG_EXCEPTION) ? 0 : OBJ_NONE);
		break;
	}
}
