#include "recorded.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "dealloc.h"
#include "dict.h"
#include "history.h"
#include "number.h"
#include "text.h"
#include "table_history.h"

static void store(struct world *w, obj_id dict, obj_id key)
{
	struct dict_probe p;
	uint64_t hash;

	assert_true(hash_value(w, key, &hash));
	dict_probe_start(w, dict, key, hash, &p);
	assert_int_not_equal(dict_probe(w, dict, &p), DICT_COMPARE);
	dict_store(w, dict, &p, OBJ_NONE, NULL);
}

static void take(struct world *w, obj_id dict, obj_id key)
{
	struct dict_probe p;
	uint64_t hash;
	obj_id value;

	assert_true(hash_value(w, key, &hash));
	dict_probe_start(w, dict, key, hash, &p);
	if (dict_probe(w, dict, &p) != DICT_FOUND)
		return;
	dict_take(w, dict, p.entry, &key, &value);
	drop(w, key, NULL);
}

static void clear(struct world *w, obj_id dict)
{
	struct dict_block b = dict_detach(w, dict);

	for (uint32_t i = 0; i < b.references; i++) {
		if (dict_detached(w, &b, i))
			drop(w, dict_detached(w, &b, i), NULL);
	}
	block_free(w, b.block, b.words);
}

static void discard(struct world *w, obj_id dict)
{
	clear(w, dict);
	drop(w, dict, NULL);
}

static void update(struct world *w, obj_id dict, obj_id other)
{
	dict_merge_room(w, dict, other);
	for (uint32_t i = 0; i < dict_entries(w, other); i++) {
		if (dict_entry_key(w, other, i))
			store(w, dict, dict_entry_key(w, other, i));
	}
}

static void show(struct world *w, obj_id dict, struct strbuf *out)
{
	bool first = true;

	for (uint32_t i = 0; i < dict_entries(w, dict); i++) {
		if (!dict_entry_key(w, dict, i))
			continue;
		if (!first)
			strbuf_putc(out, ' ');
		first = false;
		history_name(w, dict_entry_key(w, dict, i), out);
	}
	strbuf_putc(out, '\n');
}

static void pop_item(struct world *w, obj_id dict, struct strbuf *out)
{
	obj_id key, value;

	dict_popitem(w, dict, &key, &value);
	strbuf_puts(out, "pop ");
	history_name(w, key, out);
	strbuf_putc(out, '\n');
	drop(w, key, NULL);
}

static obj_id copy_of(struct world *w, obj_id dict)
{
	obj_id copy = dict_copy(w, dict);

	discard(w, dict);
	return copy;
}

static void update_random(
	struct world *w, struct prng *r, struct table_keys k, obj_id dict)
{
	obj_id other = dict_new(w);

	for (uint32_t n = prng_below(r, 12); n > 0; n--) {
		obj_id key = history_key(w, r, k);

		store(w, other, key);
		drop(w, key, NULL);
	}
	update(w, dict, other);
	discard(w, other);
}

/* dict_history() of tests/data/record.py. */
static void one_history(struct world *w, uint64_t seed, struct strbuf *out)
{
	struct prng r = prng_seed(seed);
	struct table_keys k = history_keys(&r);
	obj_id d = dict_new(w);

	for (uint32_t n = prng_below(&r, 4 * (k.space < 100 ? k.space : 100)) + 1;
		n > 0; n--) {
		uint32_t act = prng_below(&r, 16);
		obj_id key = history_key(w, &r, k);

		if (act < 9)
			store(w, d, key);
		else if (act < 13)
			take(w, d, key);
		else if (act == 13 && obj_n(w, d))
			pop_item(w, d, out);
		else if (act == 14 && prng_below(&r, 8) == 0)
			d = copy_of(w, d);
		else if (act == 15 && prng_below(&r, 30) == 0)
			clear(w, d);
		else if (act == 15 && prng_below(&r, 4) == 0)
			update_random(w, &r, k, d);
		drop(w, key, NULL);
		if (prng_below(&r, 8) == 0)
			show(w, d, out);
	}
	show(w, d, out);
	discard(w, d);
}

static void orders_are_those_of_real_dicts(void **state)
{
	(void)state;
	history_compare("dict", one_history);
}

static void every_history_can_be_taken_back(void **state)
{
	(void)state;
	history_undo(one_history);
}

/* A key that a lookup finds through its hash and value, not its identity. */
static void equal_keys_are_found(void **state)
{
	(void)state;
	struct fixture x;
	obj_id d, one;
	uint64_t hash;
	struct dict_probe p;

	fixture_init(&x, "3.11");
	d = dict_new(&x.w);
	store(&x.w, d, int_new(&x.w, 1));
	one = float_new(&x.w, 1.0);
	assert_true(hash_value(&x.w, one, &hash));
	dict_probe_start(&x.w, d, one, hash, &p);
	assert_int_equal(dict_probe(&x.w, d, &p), DICT_FOUND);
	assert_int_equal(dict_entry_key(&x.w, d, p.entry), int_new(&x.w, 1));
	dict_probe_start(&x.w, d, OBJ_TRUE, hash, &p);
	assert_int_equal(dict_probe(&x.w, d, &p), DICT_FOUND);
	fixture_free(&x);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(orders_are_those_of_real_dicts),
		cmocka_unit_test(every_history_can_be_taken_back),
		cmocka_unit_test(equal_keys_are_found),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
