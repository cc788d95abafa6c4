#include "known_names.h"

#include <string.h>

#include "modules.h"
#include "surface.h"

static bool is_module_code(const struct code *code)
{
	return code->flags & CODE_MODULE;
}

/* Whether code assigns NAME as a global (GLOBAL), or in its own dict of names. */
static bool code_assigns(const struct code *code, const char *name, bool global)
{
	for (uint32_t i = 0; i < code->op_count; i++) {
		const struct op *op = &code->ops[i];
		bool stores = op->code == OP_STORE_GLOBAL ||
			(op->code == OP_STORE_NAME &&
				(!global || is_module_code(code)));

		if (stores && strcmp(code->names[op->arg], name) == 0)
			return true;
		if (op->code == OP_IMPORT_STAR)
			return true;
	}
	return false;
}

static bool unit_assigns(const struct unit *unit, const char *name)
{
	for (uint32_t i = 0; i < unit->code_count; i++) {
		if (code_assigns(unit->codes[i], name, true))
			return true;
	}
	return false;
}

static bool is_missing(const struct unit *unit, const struct code *code,
	const struct op *op, struct py_version v)
{
	const char *name;

	if (op->code != OP_LOAD_GLOBAL && op->code != OP_LOAD_NAME)
		return false;
	name = code->names[op->arg];
	return surface_module_has(SURFACE_BUILTINS, v, name) &&
		!modules_have_builtin(v, name) && !unit_assigns(unit, name) &&
		!code_assigns(code, name, false);
}

static bool comes_before(const struct op_position *a, const struct op_position *b)
{
	return a->line < b->line || (a->line == b->line && a->column < b->column);
}

bool names_are_known(const struct unit *unit, struct py_version v, struct diag *d)
{
	const struct op_position *first = NULL;
	const char *name = NULL;

	for (uint32_t c = 0; c < unit->code_count; c++) {
		const struct code *code = unit->codes[c];

		for (uint32_t i = 0; i < code->op_count; i++) {
			if (!is_missing(unit, code, &code->ops[i], v) ||
				(first && !comes_before(&code->positions[i], first)))
				continue;
			first = &code->positions[i];
			name = code->names[code->ops[i].arg];
		}
	}
	if (!first)
		return true;
	return diag_refuse(d, unit->codes[0]->file_name, first->line,
		code_column(unit, first),
		"the built-in '%s' is outside gcrefs's language", name);
}
