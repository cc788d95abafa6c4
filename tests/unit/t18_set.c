#include "table_history.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "dealloc.h"
#include "dict.h"

static obj_id empty_set(struct world *w)
{
	return set_new(w, type_object(T_SET));
}

static void add(struct world *w, obj_id set, obj_id key)
{
	struct dict_probe p;
	uint64_t hash;

	assert_true(hash_value(w, key, &hash));
	set_probe_start(w, set, key, hash, &p);
	if (set_probe(w, set, &p) == DICT_ABSENT)
		set_store(w, set, &p);
}

static void take(struct world *w, obj_id set, obj_id key)
{
	struct dict_probe p;
	uint64_t hash;

	assert_true(hash_value(w, key, &hash));
	set_probe_start(w, set, key, hash, &p);
	if (set_probe(w, set, &p) == DICT_FOUND)
		drop(w, set_take(w, set, p.entry), NULL);
}

static void clear(struct world *w, obj_id set)
{
	struct dict_block b = set_detach(w, set);

	for (uint32_t i = 0; i < b.references; i++) {
		if (dict_detached(w, &b, i))
			drop(w, dict_detached(w, &b, i), NULL);
	}
	block_free(w, b.block, b.words);
}

static void discard(struct world *w, obj_id set)
{
	clear(w, set);
	drop(w, set, NULL);
}

static void show(struct world *w, obj_id set, struct strbuf *out)
{
	bool first = true;

	for (uint32_t i = 0; i < set_entries(w, set); i++) {
		if (!set_entry_key(w, set, i))
			continue;
		if (!first)
			strbuf_putc(out, ' ');
		first = false;
		history_name(w, set_entry_key(w, set, i), out);
	}
	strbuf_putc(out, '\n');
}

static void pop(struct world *w, obj_id set, struct strbuf *out)
{
	obj_id key = set_pop(w, set);

	strbuf_puts(out, "pop ");
	history_name(w, key, out);
	strbuf_putc(out, '\n');
	drop(w, key, NULL);
}

static obj_id some_set(struct world *w, struct prng *r, struct table_keys k)
{
	obj_id set = empty_set(w);

	for (uint32_t n = prng_below(r, 30); n > 0; n--) {
		obj_id key = history_key(w, r, k);

		add(w, set, key);
		drop(w, key, NULL);
	}
	return set;
}

/* S after operation ACT of record.py's set_history(), with another set. */
static obj_id combine(
	struct world *w, uint32_t act, obj_id s, obj_id other, struct strbuf *out)
{
	obj_id class = type_object(T_SET);
	obj_id result = s;

	assert_true(set_is_plain(w, s) && set_is_plain(w, other));
	if (act == 14) {
		result = set_union(w, s, other, class);
	} else if (act == 15) {
		obj_id common = set_intersection(w, s, other, class);

		show(w, common, out);
		discard(w, common);
	} else if (act == 16) {
		result = set_difference(w, s, other, class);
	} else if (act == 17) {
		result = set_symmetric_difference(w, s, other, class);
	} else {
		set_merge(w, s, other);
	}
	discard(w, other);
	if (result != s)
		discard(w, s);
	return result;
}

static obj_id copy_of(struct world *w, obj_id set)
{
	obj_id copy = set_copy(w, set, type_object(T_SET));

	discard(w, set);
	return copy;
}

static void one_history(struct world *w, uint64_t seed, struct strbuf *out)
{
	struct prng r = prng_seed(seed);
	struct table_keys k = history_keys(&r);
	obj_id s = empty_set(w);

	for (uint32_t n = prng_below(&r, 4 * (k.space < 100 ? k.space : 100)) + 1;
		n > 0; n--) {
		uint32_t act = prng_below(&r, 20);
		obj_id key = history_key(w, &r, k);

		if (act < 9)
			add(w, s, key);
		else if (act < 12)
			take(w, s, key);
		else if (act == 12 && obj_n(w, s))
			pop(w, s, out);
		else if (act == 13)
			s = copy_of(w, s);
		else if (act >= 14 && act <= 18)
			s = combine(w, act, s, some_set(w, &r, k), out);
		else if (act == 19 && prng_below(&r, 10) == 0)
			clear(w, s);
		drop(w, key, NULL);
		if (prng_below(&r, 8) == 0)
			show(w, s, out);
	}
	show(w, s, out);
	discard(w, s);
}

static void orders_are_those_of_real_sets(void **state)
{
	(void)state;
	history_compare("set", one_history);
}

static void every_history_can_be_taken_back(void **state)
{
	(void)state;
	history_undo(one_history);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(orders_are_those_of_real_sets),
		cmocka_unit_test(every_history_can_be_taken_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
