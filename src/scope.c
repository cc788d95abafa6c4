#include "scope.h"

#include <stdlib.h>
#include <string.h>

#include "scope_check.h"
#include "xalloc.h"

bool scope_at_least(const struct scope_table *t, int major, int minor)
{
	return py_at_least(t->version, major, minor);
}

bool scope_is_2(const struct scope_table *t)
{
	return t->version.major == 2;
}

/* ---- errors */

/* 2.7 has no column for these errors (no caret), 3.6 and 3.7 one too small. */
static void set_columns(struct scope_table *t, struct ast_place place)
{
	struct diag *d = t->error;

	if (scope_is_2(t))
		return;
	d->column = 1 + (int)source_column(t->source, place.line, place.column);
	if (!scope_at_least(t, 3, 8) && d->column > 1)
		d->column--;
	if (scope_at_least(t, 3, 10) && place.end_line) {
		d->end_line = (int)place.end_line;
		d->end_column = 1 +
			(int)source_column(t->source, place.end_line, place.end_column);
	}
}

_Noreturn void scope_fail(
	struct scope_table *t, struct ast_place place, const char *format, ...)
{
	struct diag *d = t->error;
	struct strbuf message = STRBUF_INIT;
	size_t length;
	va_list args;

	va_start(args, format);
	strbuf_vprintf(&message, format, args);
	va_end(args);
	diag_free(d);
	d->kind = DIAG_SYNTAX;
	d->file = xstrdup(source_name(t->source));
	d->type = xstrdup("SyntaxError");
	d->message = strbuf_take(&message);
	d->line = (int)place.line;
	const char *text = source_line(t->source, place.line, &length);
	d->source_line = xstrndup(text, length);
	set_columns(t, place);
	longjmp(t->failed, 1);
}

_Noreturn void scope_fail_bare(struct scope_table *t, const char *message)
{
	struct diag *d = t->error;

	diag_free(d);
	d->kind = DIAG_SYNTAX;
	d->type = xstrdup("SyntaxError");
	d->message = xstrdup(message);
	longjmp(t->failed, 1);
}

_Noreturn static void fail_depth(struct scope_table *t)
{
	struct diag *d = t->error;

	if (scope_is_2(t)) {
		diag_refuse(d, source_name(t->source), 0, 0,
			"the program is nested too deeply for gcrefs");
	} else {
		diag_free(d);
		d->kind = DIAG_SYNTAX;
		d->type = xstrdup("RecursionError");
		d->message =
			xstrdup("maximum recursion depth exceeded during compilation");
	}
	longjmp(t->failed, 1);
}

void scope_enter(struct scope_table *t)
{
	if (++t->depth > t->depth_limit)
		fail_depth(t);
}

void scope_leave(struct scope_table *t)
{
	t->depth--;
}

/* ---- the table */

static struct scope_names keep(struct scope_table *t, const struct name_list *list)
{
	struct scope_names names = {NULL, (uint32_t)list->count};

	if (list->count) {
		names.names = ast_alloc(t->tree, list->count * sizeof *names.names);
		memcpy(names.names, list->names, list->count * sizeof *names.names);
	}
	return names;
}

struct scope_table *scope_analyze(
	struct ast_tree *tree, const struct source *s, struct diag *error)
{
	struct scope_table *t = xcalloc(1, sizeof *t);

	t->tree = tree;
	t->source = s;
	t->version = source_version(s);
	t->error = error;
	t->depth_limit = 2990;
	t->class_name_cell = ast_intern(tree, "__class__", 9);
	if (setjmp(t->failed)) {
		scope_table_free(t);
		return NULL;
	}
	scope_check_futures(t);
	scope_build(t);
	scope_resolve(t);
	scope_order(t);
	for (size_t i = 0; i < t->block_count; i++)
		t->blocks[i]->scope.varnames = keep(t, &t->blocks[i]->varnames);
	return t;
}

void scope_table_free(struct scope_table *t)
{
	if (!t)
		return;
	for (size_t i = 0; i < t->block_count; i++)
		scope_block_free(t->blocks[i]);
	free(t->blocks);
	free(t->by_node);
	free(t);
}

const struct scope *scope_of(const struct scope_table *t, const struct ast *node)
{
	struct block *b = scope_block_of(t, node);

	return b ? &b->scope : NULL;
}

const char *scope_mangle(
	const struct scope_table *t, const struct scope *scope, const char *name)
{
	return scope_mangle_in(t, scope->class_name, name);
}

enum scope_use scope_lookup(
	const struct scope_table *t, const struct scope *scope, const char *name)
{
	const struct block *b = (const struct block *)scope;
	const char *mangled = scope_mangle(t, scope, name);
	const struct symbol *s = scope_find(b, mangled);

	while (b->scope.is_inlined && !(s && s->flags & DEF_BOUND)) {
		b = b->parent;
		s = scope_find(b, mangled);
	}
	return s ? s->use : SCOPE_GLOBAL_IMPLICIT;
}
