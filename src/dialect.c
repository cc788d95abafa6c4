#include "dialect.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

/* Sources: measured on the release named in each row; fields that tell the
 * families apart are listed from the oldest behaviour to the newest. */

#define PY2 \
	.instance_dict = true, .dict_lazy = true, .old_classes = true, \
	.frame_objects = true, .bound_calls = true, .threshold0 = 700, \
	.method_holds = 2, .getter_holds = 1, .legacy_finalizers = true, \
	.count_before = true, .untrack_in_walk = true, .untrack_dicts = true, \
	.untrack_tuples = true, TRASHCAN_TO_37, .weakrefs_before_del = true, \
	.exit_by_name = true, .del_holds = 2, .callback_holds = 1, \
	.method_free_lists = true

/* The trashcan was measured with nested containers of each type, by the order in
 * which they die. */
#define TRASHCAN_TO_37 .trashcan = 50, .trash_instances_wait = true, .trash_bases = true
#define TRASHCAN_38 .trashcan = 50, .trash_builtins = true
#define TRASHCAN_311 TRASHCAN_38, .trash_exceptions = true
#define TRASHCAN_313 TRASHCAN_311, .trash_bases = true, .trash_native = true

#define PY36_TO_310 \
	.instance_dict = true, .dict_lazy = true, .dict_ordered = true, \
	.siphash_rounds = 2, .frame_objects = true, .threshold0 = 700, \
	.untrack_dicts = true, .untrack_tuples = true, .del_once = true

#define PY311_ON \
	.dict_ordered = true, .slot_free_gc = true, .siphash_rounds = 1, \
	.arguments_moved = true, .trash_weakrefs = true, .del_once = true, \
	.function_clear = true, .constants_merged = true

static const struct dialect table[] = {
	{.version = {2, 7}, .release = "2.7.18", .recorded = true, PY2},
	{.version = {3, 6},
		.release = "3.6.15",
		.recorded = true,
		PY36_TO_310,
		.method_holds = 1,
		.getter_holds = 1,
		.bound_calls = true,
		.all_or_nothing = true,
		.count_before = true,
		.untrack_in_walk = true,
		TRASHCAN_TO_37,
		.del_holds = 1,
		.method_free_lists = true},
	{.version = {3, 7},
		.release = "3.7.16",
		.recorded = true,
		PY36_TO_310,
		.all_or_nothing = true,
		.untrack_in_walk = true,
		TRASHCAN_TO_37,
		.method_free_lists = true},
	{.version = {3, 8},
		.release = "3.8.18",
		.recorded = true,
		PY36_TO_310,
		.constants_merged = true,
		TRASHCAN_38,
		.all_or_nothing = true,
		.slot_free_gc = true,
		.trash_weakrefs = true,
		.method_free_lists = true,
		.function_clear = true},
	{.version = {3, 9},
		.release = "3.9.18",
		.recorded = true,
		PY36_TO_310,
		.constants_merged = true,
		TRASHCAN_38,
		.slot_free_gc = true,
		.trash_weakrefs = true,
		.function_clear = true},
	{.version = {3, 10},
		.release = "3.10.13",
		.recorded = true,
		PY36_TO_310,
		.constants_merged = true,
		TRASHCAN_38,
		.slot_free_gc = true,
		.trash_weakrefs = true,
		.function_clear = true},
	{.version = {3, 11},
		.release = "3.11.7",
		.recorded = true,
		PY311_ON,
		TRASHCAN_311,
		.dict_lazy = true,
		.threshold0 = 700,
		.untrack_dicts = true,
		.untrack_tuples = true,
		.clear_in_place = true,
		.startup_old = true,
		.hot_calls = 8},
	{.version = {3, 12},
		.release = "3.12.1",
		.recorded = true,
		PY311_ON,
		TRASHCAN_311,
		.dict_lazy = true,
		.threshold0 = 700,
		.untrack_dicts = true,
		.untrack_tuples = true,
		.clear_in_place = true,
		.gc_at_breaker = true,
		.names_immortal = true,
		.hot_calls = 2},
	{.version = {3, 13},
		.release = "3.13.0",
		.recorded = true,
		PY311_ON,
		TRASHCAN_313,
		.dict_lazy = true,
		.threshold0 = 2000,
		.untrack_dicts = true,
		.untrack_tuples = true,
		.gc_at_breaker = true,
		.callback_tuple = true,
		.dict_embedded = true,
		.hot_calls = 2},
	{.version = {3, 14},
		.release = "3.14.10",
		PY311_ON,
		TRASHCAN_313,
		.tuple_lazy = true,
		.locals_backwards = true,
		.threshold0 = 2000,
		.untrack_tuples = true,
		.gc_at_breaker = true,
		.callback_tuple = true,
		.hot_calls = 2},
	{.version = {3, 15},
		.release = "3.15.2",
		PY311_ON,
		TRASHCAN_313,
		.tuple_lazy = true,
		.locals_backwards = true,
		.threshold0 = 2000,
		.untrack_tuples = true,
		.weakrefs_late = true,
		.gc_at_breaker = true,
		.callback_tuple = true,
		.hot_calls = 2},
};

#define ROWS ((int)(sizeof(table) / sizeof(table[0])))

const struct dialect *dialect_row(int i)
{
	return i >= 0 && i < ROWS ? &table[i] : NULL;
}

const struct dialect *dialect_find(struct py_version v)
{
	for (int i = 0; i < ROWS; i++) {
		if (table[i].version.major == v.major &&
			table[i].version.minor == v.minor)
			return &table[i];
	}
	return NULL;
}

bool dialect_parse(const char *text, struct py_version *v)
{
	char *end;
	long major = strtol(text, &end, 10);
	long minor;

	if (end == text || *end != '.' || major < 2 || major > 3)
		return false;
	text = end + 1;
	if (*text < '0' || *text > '9')
		return false;
	minor = strtol(text, &end, 10);
	if (*end || minor > 99)
		return false;
	*v = (struct py_version){(int)major, (int)minor};
	return dialect_find(*v) != NULL;
}

struct py_version dialect_default(void)
{
	int i = ROWS - 1;

	while (!table[i].recorded)
		i--;
	return table[i].version;
}
