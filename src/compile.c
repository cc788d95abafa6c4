#include "compile.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "accept.h"
#include "compile_core.h"
#include "library.h"
#include "parse.h"
#include "source.h"
#include "xalloc.h"
#include "warn.h"

/* ---- mistakes */

/* In characters, from 1. */
static int column(const struct compiler *c, uint32_t line, uint32_t bytes)
{
	return (int)source_column(c->source, line, bytes) + 1;
}

static void complete_syntax_error(struct compiler *c, const struct ast *node)
{
	struct diag *d = c->diag;
	size_t length;

	d->type = xstrdup("SyntaxError");
	if (!node)
		return;
	d->end_line = (int)node->place.end_line;
	d->end_column = column(c, node->place.end_line, node->place.end_column);
	const char *line = source_line(c->source, node->place.line, &length);
	d->source_line = xstrndup(line, length);
}

static void fail(struct compiler *c, const struct ast *node, const char *format,
	va_list arguments, enum diag_kind kind)
{
	struct strbuf text = STRBUF_INIT;
	struct diag *d = c->diag;

	if (c->failed)
		return;
	c->failed = true;
	strbuf_vprintf(&text, format, arguments);
	if (node)
		diag_refuse(d, c->file_name, (int)node->place.line,
			column(c, node->place.line, node->place.column), "%s",
			text.text);
	else
		diag_refuse(d, c->file_name, 0, 0, "%s", text.text);
	d->kind = kind;
	if (kind == DIAG_SYNTAX)
		complete_syntax_error(c, node);
	strbuf_free(&text);
}

void fail_syntax(struct compiler *c, const struct ast *node, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	fail(c, node, format, arguments, DIAG_SYNTAX);
	va_end(arguments);
}

void fail_refuse(struct compiler *c, const struct ast *node, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	fail(c, node, format, arguments, DIAG_REFUSED);
	va_end(arguments);
}

/* ---- names */

const char *intern(struct compiler *c, const char *name)
{
	return unit_intern(c->memory, name, strlen(name));
}

/* Scopes know the tree's copy of a name. */
static const char *in_tree(struct compiler *c, const char *name)
{
	return ast_intern(c->tree, name, strlen(name));
}

const char *mangle(struct compiler *c, const char *name)
{
	return intern(c, scope_mangle(c->scopes, c->b->scope, in_tree(c, name)));
}

/* What a name in a comprehension inside a class means: the class's own names are
 * not seen. */
static enum scope_use use_around_class(struct compiler *c, const char *id)
{
	const struct scope *scope = c->b->scope->parent;

	while (scope && scope->kind == SCOPE_CLASS)
		scope = scope->parent;
	enum scope_use use =
		scope ? scope_lookup(c->scopes, scope, id) : SCOPE_GLOBAL_IMPLICIT;
	bool in_function = scope && scope->kind == SCOPE_FUNCTION;
	if (use == SCOPE_GLOBAL_EXPLICIT)
		return use;
	return in_function && use != SCOPE_GLOBAL_IMPLICIT ? SCOPE_FREE
							   : SCOPE_GLOBAL_IMPLICIT;
}

enum scope_use name_use(struct compiler *c, const char *id, bool *hidden)
{
	const struct builder *b = c->b;
	const char *name = mangle(c, id);

	id = in_tree(c, id);
	*hidden = b->inlined != NULL;
	for (const struct inlined *i = b->inlined; i; i = i->outer)
		if (name_table_find(&i->variables, name) >= 0)
			return scope_lookup(c->scopes, i->scope, id);
	if (b->inlined && b->kind == BUILDER_CLASS)
		return use_around_class(c, id);
	*hidden = false;
	enum scope_use use = scope_lookup(c->scopes, b->scope, id);
	/* Captured in an inlined comprehension: then a cell in all of the frame. */
	if (use == SCOPE_LOCAL && name_table_find(&b->cells, name) >= 0)
		return SCOPE_CELL;
	return use;
}

enum scope_use name_kind(struct compiler *c, const char *id)
{
	bool hidden;

	return name_use(c, id, &hidden);
}

bool module_binds(struct compiler *c, const char *id)
{
	const struct scope *module = scope_of(c->scopes, ast_tree_root(c->tree));

	return scope_lookup(c->scopes, module, in_tree(c, id)) == SCOPE_LOCAL;
}

/* ---- the module */

static bool annotates(const struct ast *node);

static bool body_annotates(const struct ast_list *body)
{
	for (uint32_t i = 0; i < body->count; i++)
		if (annotates(body->items[i]))
			return true;
	return false;
}

/* A long chain of elif is no deep nesting. */
static bool if_annotates(const struct ast *node)
{
	for (;;) {
		const struct ast_list *orelse = &node->if_.orelse;
		if (body_annotates(&node->if_.body))
			return true;
		if (orelse->count != 1 || orelse->items[0]->kind != AST_IF)
			return body_annotates(orelse);
		node = orelse->items[0];
	}
}

/* compile.c, find_ann: looks into statements, not into other scopes. */
static bool annotates(const struct ast *node)
{
	bool found = false;

	switch (node->kind) {
	case AST_ANN_ASSIGN:
		return true;
	case AST_FOR:
		return body_annotates(&node->for_.body) ||
			body_annotates(&node->for_.orelse);
	case AST_WHILE:
		return body_annotates(&node->while_.body) ||
			body_annotates(&node->while_.orelse);
	case AST_IF:
		return if_annotates(node);
	case AST_WITH:
		return body_annotates(&node->with.body);
	case AST_MATCH:
		for (uint32_t i = 0; i < node->match.cases.count; i++)
			found |= body_annotates(
				&node->match.cases.items[i]->match_case.body);
		return found;
	case AST_TRY:
		for (uint32_t i = 0; i < node->try_.handlers.count; i++)
			found |= body_annotates(
				&node->try_.handlers.items[i]->except_handler.body);
		return found || body_annotates(&node->try_.body) ||
			body_annotates(&node->try_.orelse) ||
			body_annotates(&node->try_.finalbody);
	default:
		return false;
	}
}

void setup_annotations(struct compiler *c, const struct ast_list *body)
{
	if (c->v.major == 3 && !py_at_least(c->v, 3, 14) && body_annotates(body))
		emit(c, OP_SETUP_ANNOTATIONS, 0);
}

/* Up to 3.9 a module begins where its first operation does. */
static int first_line(const struct compiler *c)
{
	const struct instruction *items = c->b->instructions.items;

	if (py_at_least(c->v, 3, 10))
		return 1;
	for (uint32_t i = 0; i < c->b->instructions.count; i++)
		if (items[i].op.code != OP_LINE && items[i].op.line)
			return items[i].op.line;
	return 1;
}

static void compile_module(struct compiler *c, const struct ast *root)
{
	const struct ast_list *body = &root->module.body;
	struct ast_list rest = *body;
	struct builder b;

	builder_open(c, &b, BUILDER_MODULE, intern(c, "<module>"),
		scope_of(c->scopes, root), 1);
	b.qualified_name = b.code->name;
	b.code->flags |= CODE_MODULE;
	open_cells(c);
	setup_annotations(c, body);
	if (docstring(c, body)) {
		rest.items++;
		rest.count--;
	}
	compile_docstring(c, body);
	compile_body(c, &rest);
	emit_none(c);
	emit(c, OP_RETURN, 0);
	b.code->first_line = first_line(c);
	builder_close(c);
}

/* ---- what the module imports: calls of its functions are no method calls */

static bool opens_scope(const struct ast *node)
{
	switch (node->kind) {
	case AST_FUNCTION_DEF:
	case AST_ASYNC_FUNCTION_DEF:
	case AST_CLASS_DEF:
		return true;
	default:
		return false;
	}
}

static void push_nodes(struct vector *todo, const struct ast_list *list)
{
	for (uint32_t i = 0; i < list->count; i++)
		if (list->items[i])
			*(const struct ast **)vector_add(todo, sizeof(struct ast *)) =
				list->items[i];
}

/* Only lists: imports are in bodies. */
static void push_children(struct vector *todo, const struct ast *node)
{
	for (const struct ast_field *f = ast_fields(node->kind); f->type; f++)
		if (f->type == AST_FIELD_LIST)
			push_nodes(todo,
				(const struct ast_list *)(const void *)((const char *)
										node +
					f->offset));
}

static const char *imported_name(struct compiler *c, const struct ast *alias)
{
	const char *name = alias->alias.name;

	if (alias->alias.asname)
		return intern(c, alias->alias.asname);
	return unit_intern(c->memory, name, strcspn(name, "."));
}

/* The names that the module itself imports. */
static void note_imports(struct compiler *c, const struct ast *root)
{
	struct vector todo = {0};

	*(const struct ast **)vector_add(&todo, sizeof root) = root;
	while (todo.count) {
		const struct ast *node =
			((const struct ast **)todo.items)[--todo.count];
		if (node->kind == AST_ALIAS)
			name_table_add(&c->imported, imported_name(c, node));
		if (!opens_scope(node))
			push_children(&todo, node);
	}
	free(todo.items);
}

/* ---- __future__ */

static void read_future(struct compiler *c, const struct ast *root)
{
	const struct ast_list *body = &root->module.body;

	for (uint32_t i = 0; i < body->count; i++) {
		const struct ast *node = body->items[i];
		if (node->kind != AST_IMPORT_FROM || !node->import_from.module ||
			strcmp(node->import_from.module, "__future__") != 0)
			continue;
		for (uint32_t k = 0; k < node->import_from.names.count; k++) {
			const char *name = node->import_from.names.items[k]->alias.name;
			if (!strcmp(name, "division"))
				c->future_flags |= CODE_FUTURE_DIVISION;
			else if (!strcmp(name, "unicode_literals"))
				c->future_flags |= CODE_FUTURE_UNICODE;
			else if (!strcmp(name, "absolute_import"))
				c->absolute_import = true;
		}
	}
}

/* ---- all of it */

static bool refuse_import(struct compiler *c, const struct ast *node)
{
	const char *module = import_unaccepted(node), *instead = import_instead(module);

	fail_refuse(c, node, "the module %s is outside gcrefs's language%s%s", module,
		instead ? "; " : "", instead ? instead : "");
	return false;
}

static bool is_accepted(struct compiler *c)
{
	enum construct construct;
	const struct ast *node =
		find_unaccepted(ast_tree_root(c->tree), c->v, &construct);

	if (!node)
		return true;
	if (construct == CONSTRUCT_IMPORT)
		return refuse_import(c, node);
	const char *instead = construct_instead(construct);
	if (instead)
		fail_refuse(c, node, "%s is outside gcrefs's language; %s",
			construct_name(construct), instead);
	else
		fail_refuse(c, node, "%s is outside gcrefs's language",
			construct_name(construct));
	return false;
}

static const char *keep_source(struct compiler *c)
{
	size_t length;
	const char *text = source_text(c->source, &length);
	char *copy = unit_alloc(c->memory, length + 1, 1);

	memcpy(copy, text, length);
	copy[length] = '\0';
	return copy;
}

static const char *warnings(struct compiler *c)
{
	struct strbuf text = STRBUF_INIT;
	const char *kept = NULL;

	warn_tokens(c->source, &text);
	warn_tree(c->source, ast_tree_root(c->tree), &text);
	if (text.length)
		kept = unit_intern(c->memory, text.text, text.length);
	strbuf_free(&text);
	return kept;
}

static struct unit *finish_unit(struct compiler *c)
{
	struct unit *unit = xcalloc(1, sizeof *unit);

	unit->codes = unit_copy(
		c->memory, c->codes.items, c->codes.count, sizeof(struct code *));
	unit->code_count = c->codes.count;
	unit->source = keep_source(c);
	unit->warnings = warnings(c);
	unit->memory = c->memory;
	for (uint32_t i = 0; i < unit->code_count; i++)
		unit->codes[i]->source = unit->source;
	return unit;
}

static struct unit *compile_tree(struct compiler *c)
{
	const struct ast *root = ast_tree_root(c->tree);
	struct unit *unit = NULL;

	c->memory = unit_memory_new();
	c->file_name = intern(c, c->file_name);
	read_future(c, root);
	note_imports(c, root);
	compile_module(c, root);
	if (c->failed)
		unit_memory_free(c->memory);
	else
		unit = finish_unit(c);
	free(c->codes.items);
	name_table_free(&c->imported);
	return unit;
}

void unit_free(struct unit *unit)
{
	if (!unit)
		return;
	for (uint32_t i = 0; i < unit->module_count; i++)
		unit_free(unit->libraries[i]);
	unit_memory_free(unit->memory);
	free(unit);
}

static struct unit *compile_any(struct compiler *c, const char *bytes, size_t length,
	bool (*accepts)(struct compiler *c))
{
	struct source *source = source_new(c->file_name, bytes, length, c->v);
	struct unit *unit = NULL;

	c->source = source;
	c->tree = parse_source(source, c->diag);
	if (c->tree)
		c->scopes = scope_analyze(c->tree, source, c->diag);
	if (c->scopes && (!accepts || accepts(c)))
		unit = compile_tree(c);
	scope_table_free(c->scopes);
	ast_tree_free(c->tree);
	source_free(source);
	return unit;
}

struct unit *compile_source(const char *bytes, size_t length, const char *file_name,
	struct py_version v, struct diag *d)
{
	struct compiler c = {.v = v, .file_name = file_name, .diag = d};
	struct unit *unit = compile_any(&c, bytes, length, is_accepted);

	if (!unit || library_link(unit, v, d))
		return unit;
	unit_free(unit);
	return NULL;
}

struct unit *compile_whole_language(const char *bytes, size_t length,
	const char *file_name, struct py_version v, struct diag *d)
{
	return compile_library(bytes, length, file_name, v, 0, d);
}

struct unit *compile_library(const char *bytes, size_t length, const char *file_name,
	struct py_version v, uint32_t flags, struct diag *d)
{
	struct compiler c = {
		.v = v, .file_name = file_name, .diag = d, .future_flags = flags};

	return compile_any(&c, bytes, length, NULL);
}
