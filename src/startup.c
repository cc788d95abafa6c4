#include "startup.h"

#include <string.h>

#include "code.h"
#include "dialect.h"
#include "gccount.h"

/* 2.7: an empty script, and what each scope and import adds. */
#define LISTS_FREE 5
#define LISTS_OF_SCOPE 2
#define LISTS_OF_WEAKREF 2
#define DICTS_FREE 5
#define DICTS_OF_DEPTH 9
#define DICTS_OF_FUNCTION 1
#define DICTS_OF_WEAKREF 4
#define SETS_FREE 1
#define SETS_OF_WEAKREF 1

/* How many scopes stand inside each other in CODE. */
static uint32_t depth_of(const struct code *code)
{
	uint32_t depth = 0;

	for (uint32_t i = 0; i < code->constant_count; i++) {
		const struct constant *c = &code->constants[i];
		uint32_t inner = c->kind == CONSTANT_CODE ? 1 + depth_of(c->code) : 0;

		if (inner > depth)
			depth = inner;
	}
	return depth;
}

static uint32_t count_functions(const struct unit *unit)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < unit->code_count; i++)
		n += !(unit->codes[i]->flags & (CODE_MODULE | CODE_CLASS_BODY));
	return n;
}

static bool imports(const struct code *code, const char *module)
{
	for (uint32_t i = 0; i < code->op_count; i++) {
		const struct op *op = &code->ops[i];

		if (op->code == OP_IMPORT_NAME &&
			strcmp(code->names[op->arg], module) == 0)
			return true;
	}
	return false;
}

void startup_free_lists(struct world *w)
{
	const struct unit *unit = w->unit;
	uint32_t weakref, lists, dicts;

	if (!w->dialect->old_classes) {
		gc_keep_free(w, FREE_LIST_SLICE, 1);
		return;
	}
	weakref = imports(unit->codes[0], "weakref");
	lists = LISTS_FREE + LISTS_OF_SCOPE * (unit->code_count - 1);
	dicts = DICTS_FREE + DICTS_OF_DEPTH * depth_of(unit->codes[0]) +
		DICTS_OF_FUNCTION * count_functions(unit);
	gc_keep_free(w, FREE_LIST_LIST, lists - weakref * LISTS_OF_WEAKREF);
	gc_keep_free(w, FREE_LIST_DICT, dicts - weakref * DICTS_OF_WEAKREF);
	gc_keep_free(w, FREE_LIST_SET, SETS_FREE + weakref * SETS_OF_WEAKREF);
}
