#include "startup.h"

#include <string.h>

#include "code.h"
#include "dialect.h"
#include "gccount.h"

/* 2.7: an empty script, and what each scope adds. */
#define LISTS_FREE 5
#define LISTS_OF_SCOPE 2
#define DICTS_FREE 10
#define DICTS_OF_DEPTH 9
#define SETS_FREE 2

/* 2.7: what the first import of a module takes. */
static const struct {
	const char *module;
	uint8_t dicts, lists;
} imported[] = {
	{"gc", 5, 0},
	{"weakref", 4, 2},
	{"__future__", 9, 2},
};

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

static void take(struct world *w, enum free_list list, uint32_t n)
{
	uint32_t kept = reg(w, REG_FREE_LIST + list);

	gc_keep_free(w, list, kept > n ? kept - n : 0);
}

void startup_free_lists(struct world *w)
{
	const struct code *main = w->unit->codes[0];
	uint32_t scopes = w->unit->code_count - 1u;
	uint32_t lists = LISTS_FREE + LISTS_OF_SCOPE * scopes;
	uint32_t dicts = DICTS_FREE + DICTS_OF_DEPTH * depth_of(main) + scopes;

	if (!w->dialect->old_classes) {
		gc_keep_free(w, FREE_LIST_SLICE, 1);
		return;
	}
	/* What does not fit is gone before the imports take theirs. */
	gc_keep_free(w, FREE_LIST_LIST, lists);
	gc_keep_free(w, FREE_LIST_DICT, dicts);
	gc_keep_free(w, FREE_LIST_SET, SETS_FREE);
	for (unsigned i = 0; i < sizeof(imported) / sizeof(imported[0]); i++) {
		if (!imports(main, imported[i].module))
			continue;
		take(w, FREE_LIST_DICT, imported[i].dicts);
		take(w, FREE_LIST_LIST, imported[i].lists);
	}
}
