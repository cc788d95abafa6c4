#include "scope_core.h"

#include <stdlib.h>
#include <string.h>

#include "xalloc.h"

/*
 * What each name is: CPython's analyze_block(), done for one name at a time by
 * going outwards through the blocks, which gives the same answers as its sets.
 */

enum found {
	FOUND_NONE,
	FOUND_GLOBAL,
	FOUND_BOUND
};

static bool is_function(const struct block *b)
{
	return b->scope.kind == SCOPE_FUNCTION ||
		b->scope.kind == SCOPE_TYPE_PARAMETERS;
}

/* The block around B where NAME is bound, as inner functions see it. */
static enum found find_outer(const struct scope_table *t, const struct block *b,
	const char *name, struct block **where)
{
	for (struct block *p = b->parent; p; p = p->parent) {
		const struct symbol *s = scope_find(p, name);
		if (p->scope.kind == SCOPE_CLASS) {
			if (name == t->class_name_cell && !scope_is_2(t)) {
				*where = p;
				return FOUND_BOUND;
			}
			continue;
		}
		if (!is_function(p) || !s || s->flags & DEF_NONLOCAL)
			continue;
		if (s->flags & DEF_GLOBAL)
			return FOUND_GLOBAL;
		if (s->flags & DEF_BOUND) {
			*where = p;
			return FOUND_BOUND;
		}
	}
	return FOUND_NONE;
}

/* NAME is handed from WHERE inwards to B: a cell there, free in between. */
static void pass_inwards(struct block *b, const char *name, struct block *where)
{
	bool only_inlined = true;

	for (struct block *p = b; p != where; p = p->parent)
		only_inlined &= p->scope.is_inlined;
	for (struct block *p = b->parent; p != where; p = p->parent) {
		struct symbol *s = scope_add(p, name);
		if (p->scope.kind == SCOPE_CLASS && s->flags & (DEF_BOUND | DEF_GLOBAL))
			s->flags |= DEF_FREE_CLASS;
		else
			s->use = SCOPE_FREE;
		p->has_free = true;
	}
	struct symbol *s = scope_add(where, name);
	if (where->scope.kind == SCOPE_CLASS) {
		where->scope.needs_class_cell = true;
		if (!s->flags)
			s->use = SCOPE_CELL;
	} else if (!only_inlined) {
		s->use = SCOPE_CELL;
	}
}

static struct ast_place place_of(const struct block *b)
{
	struct ast_place none = {1, 0, 0, 0};

	return b->scope.node ? b->scope.node->place : none;
}

/* The statement that declares NAME global or nonlocal in B. */
static struct ast_place declaration(
	const struct block *b, const char *name, enum ast_kind kind);

static void resolve_nonlocal(struct scope_table *t, struct block *b, size_t i)
{
	const char *name = b->symbols[i].name;
	struct block *where;

	if (b->scope.kind == SCOPE_MODULE)
		scope_fail(t, declaration(b, name, AST_NONLOCAL),
			"nonlocal declaration not allowed at module level");
	if (find_outer(t, b, name, &where) != FOUND_BOUND)
		scope_fail(t, declaration(b, name, AST_NONLOCAL),
			"no binding for nonlocal '%s' found", name);
	b->symbols[i].use = SCOPE_FREE;
	b->has_free = true;
	pass_inwards(b, name, where);
}

static void resolve_global(struct scope_table *t, struct block *b, size_t i)
{
	struct symbol *s = &b->symbols[i];

	if (s->flags & DEF_PARAM && scope_is_2(t))
		scope_fail(t, place_of(b), "name '%s' is local and global", s->name);
	if (s->flags & DEF_NONLOCAL)
		scope_fail(t, declaration(b, s->name, AST_GLOBAL),
			"name '%s' is nonlocal and global", s->name);
	s->use = SCOPE_GLOBAL_EXPLICIT;
}

static void resolve_used(struct scope_table *t, struct block *b, size_t i)
{
	const char *name = b->symbols[i].name;
	struct block *where;

	if (find_outer(t, b, name, &where) == FOUND_BOUND) {
		b->symbols[i].use = SCOPE_FREE;
		b->has_free = true;
		pass_inwards(b, name, where);
		return;
	}
	b->symbols[i].use = SCOPE_GLOBAL_IMPLICIT;
	b->has_free |= b->scope.is_nested;
}

/* Names that were handed through are resolved already. */
static void resolve_symbol(struct scope_table *t, struct block *b, size_t i)
{
	struct symbol *s = &b->symbols[i];

	if (s->flags & DEF_GLOBAL)
		resolve_global(t, b, i);
	else if (s->flags & DEF_NONLOCAL)
		resolve_nonlocal(t, b, i);
	else if (s->flags & DEF_BOUND) {
		if (s->use != SCOPE_CELL)
			s->use = SCOPE_LOCAL;
	} else if (s->flags) {
		resolve_used(t, b, i);
	}
}

static const struct ast *find_declaration(
	const struct ast_list *body, const char *name, enum ast_kind kind);

static const struct ast *find_in_fields(
	const struct ast *node, const char *name, enum ast_kind kind)
{
	const struct ast_field *f = ast_fields(node->kind);

	for (; f->type != AST_FIELD_NONE; f++) {
		if (f->type != AST_FIELD_LIST)
			continue;
		const char *at = (const char *)node + f->offset;
		const struct ast *found = find_declaration(
			(const struct ast_list *)(const void *)at, name, kind);
		if (found)
			return found;
	}
	return NULL;
}

static const struct ast *find_declaration(
	const struct ast_list *body, const char *name, enum ast_kind kind)
{
	for (uint32_t i = 0; i < body->count; i++) {
		const struct ast *node = body->items[i];
		if (!node || node->kind == AST_FUNCTION_DEF ||
			node->kind == AST_CLASS_DEF ||
			node->kind == AST_ASYNC_FUNCTION_DEF)
			continue;
		if (node->kind == kind) {
			for (uint32_t k = 0; k < node->global.names.count; k++)
				if (node->global.names.items[k]->identifier.id == name)
					return node;
			continue;
		}
		const struct ast *found = find_in_fields(node, name, kind);
		if (found)
			return found;
	}
	return NULL;
}

static struct ast_place declaration(
	const struct block *b, const char *name, enum ast_kind kind)
{
	const struct ast *node = find_in_fields(b->scope.node, name, kind);

	return node ? node->place : place_of(b);
}

/* ---- 2.7: import * and exec in functions */

static void check_unoptimized(struct scope_table *t, const struct block *b)
{
	bool inner = b->child_has_free;
	const char *why = inner ? "contains a nested function with free variables"
				: "is a nested function";
	struct ast_place place = {b->unoptimized_line, 0, 0, 0};
	int kinds = b->unoptimized & (OPT_STAR | OPT_BARE_EXEC);
	const char *name = "lambda";

	if (b->scope.kind != SCOPE_FUNCTION || !kinds || !(b->has_free || inner))
		return;
	if (b->scope.node->kind == AST_FUNCTION_DEF)
		name = b->scope.node->function_def.name;
	if (kinds == OPT_STAR)
		scope_fail(t, place,
			"import * is not allowed in function '%s' because it %s", name,
			why);
	if (kinds == OPT_BARE_EXEC)
		scope_fail(t, place,
			"unqualified exec is not allowed in function '%s' because it %s",
			name, why);
	scope_fail(t, place,
		"function '%s' uses import * and bare exec, which are illegal because it %s",
		name, why);
}

/* ---- lists */

static int compare_names(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void sort_names(struct name_list *list)
{
	if (list->count)
		qsort(list->names, list->count, sizeof *list->names, compare_names);
}

static struct scope_names keep_names(struct scope_table *t, struct name_list *list)
{
	struct scope_names kept = {NULL, (uint32_t)list->count};

	if (list->count) {
		kept.names = ast_alloc(t->tree, list->count * sizeof *kept.names);
		memcpy(kept.names, list->names, list->count * sizeof *kept.names);
	}
	free(list->names);
	return kept;
}

/* Cells of the comprehensions that run in this block's frame are its own. */
static void collect_cells(
	const struct scope_table *t, const struct block *b, struct name_list *out)
{
	if (b->scope.needs_class_cell)
		scope_name_push(out, t->class_name_cell);
	for (size_t i = 0; i < b->symbol_count; i++)
		if (b->symbols[i].use == SCOPE_CELL &&
			!scope_name_has(out, b->symbols[i].name))
			scope_name_push(out, b->symbols[i].name);
	for (size_t i = 0; i < b->child_count; i++)
		if (b->children[i]->scope.is_inlined)
			collect_cells(t, b->children[i], out);
}

/* From 3.11 the cells that are parameters come first. */
static void order_cells(struct scope_table *t, struct block *b, struct name_list *cells)
{
	struct name_list ordered = {NULL, 0, 0};

	if (!scope_at_least(t, 3, 11))
		return;
	for (size_t i = 0; i < b->varnames.count; i++)
		if (scope_name_has(cells, b->varnames.names[i]))
			scope_name_push(&ordered, b->varnames.names[i]);
	for (size_t i = 0; i < cells->count; i++)
		if (!scope_name_has(&b->varnames, cells->names[i]))
			scope_name_push(&ordered, cells->names[i]);
	free(cells->names);
	*cells = ordered;
}

static void make_lists(struct scope_table *t, struct block *b)
{
	struct name_list cells = {NULL, 0, 0}, frees = {NULL, 0, 0};

	collect_cells(t, b, &cells);
	for (size_t i = 0; i < b->symbol_count; i++)
		if (b->symbols[i].use == SCOPE_FREE ||
			b->symbols[i].flags & DEF_FREE_CLASS)
			scope_name_push(&frees, b->symbols[i].name);
	sort_names(&cells);
	sort_names(&frees);
	order_cells(t, b, &cells);
	b->scope.cellvars = keep_names(t, &cells);
	b->scope.freevars = keep_names(t, &frees);
}

/* Children after their parents, as they were made; errors come in CPython's order:
 * a block's own names, then its children's. */
void scope_resolve(struct scope_table *t)
{
	for (size_t i = 0; i < t->block_count; i++) {
		struct block *b = t->blocks[i];
		for (size_t k = 0; k < b->symbol_count; k++)
			resolve_symbol(t, b, k);
	}
	for (size_t i = t->block_count; i-- > 1;) {
		struct block *b = t->blocks[i];
		b->parent->child_has_free |= b->has_free || b->child_has_free;
	}
	for (size_t i = 0; i < t->block_count; i++) {
		if (scope_is_2(t))
			check_unoptimized(t, t->blocks[i]);
		make_lists(t, t->blocks[i]);
	}
}
