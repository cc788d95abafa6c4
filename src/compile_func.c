#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "compile_core.h"

/* ---- making a function object */

static bool emit_closure(struct compiler *c, const struct scope *scope)
{
	const struct scope_names *frees = &scope->freevars;

	if (!frees->count)
		return false;
	for (uint32_t i = 0; i < frees->count; i++) {
		int32_t at = cell_index(c, intern(c, frees->names[i]));
		assert(at >= 0);
		emit(c, OP_LOAD_CLOSURE, at);
	}
	emit(c, OP_BUILD_TUPLE, (int32_t)frees->count);
	return true;
}

void emit_make_function(struct compiler *c, const struct code *code,
	const struct scope *scope, const char *qualified_name, int arg, int extra)
{
	if (emit_closure(c, scope))
		arg |= 8;
	emit_const(c, &(struct constant){.kind = CONSTANT_CODE, .code = code});
	if (c->v.major == 3 && !py_at_least(c->v, 3, 11)) {
		emit_text(c, qualified_name);
		arg |= 16;
	}
	emit_full(c, OP_MAKE_FUNCTION, 0, arg, extra);
}

/* compile.c, compiler_set_qualname, for a scope that is opened inside c->b. */
const char *qualified(struct compiler *c, const char *id)
{
	struct builder *outer = c->b;
	const char *name = mangle(c, id);
	struct strbuf text = STRBUF_INIT;

	if (!outer || outer->kind == BUILDER_MODULE)
		return name;
	if (name_kind(c, id) == SCOPE_GLOBAL_EXPLICIT)
		return name;
	strbuf_printf(&text, "%s%s.%s", outer->qualified_name,
		outer->kind == BUILDER_FUNCTION || outer->kind == BUILDER_LAMBDA
			? ".<locals>"
			: "",
		name);
	name = intern(c, text.text);
	strbuf_free(&text);
	return name;
}

/* ---- the first operations of a function */

/* Where a cell takes its first content from. */
static void emit_make_cell(struct compiler *c, int32_t cell, const char *name)
{
	int32_t local = name_table_find(&c->b->locals, name);

	if (local < 0)
		emit_full(c, OP_MAKE_CELL, 0, cell, 0);
	else if (py_at_least(c->v, 3, 11))
		emit_full(c, OP_MAKE_CELL, 1, cell, 0);
	else
		emit_full(c, OP_MAKE_CELL, c->v.major == 2 ? 3 : 2, cell, local);
}

void open_cells(struct compiler *c)
{
	struct builder *b = c->b;

	for (uint32_t i = 0; i < b->scope->cellvars.count; i++)
		name_table_add(&b->cells, intern(c, b->scope->cellvars.names[i]));
	for (uint32_t i = 0; i < b->scope->freevars.count; i++)
		name_table_add(&b->frees, intern(c, b->scope->freevars.names[i]));
	if (b->frees.names.count)
		emit(c, OP_COPY_FREE, (int32_t)b->cells.names.count);
	for (uint32_t i = 0; i < b->cells.names.count; i++)
		emit_make_cell(c, (int32_t)i, ((const char **)b->cells.names.items)[i]);
	if (b->scope->is_generator) {
		b->code->flags |= CODE_GENERATOR;
		emit(c, OP_RETURN_GENERATOR, 0);
	}
}

/* ---- parameters */

/* 2.7: def f((a, b)) calls the argument ".0". */
static const char *argument_name(
	struct compiler *c, const struct ast *arg, uint32_t position)
{
	char text[16];

	if (arg->kind == AST_ARG)
		return mangle(c, arg->arg.arg);
	snprintf(text, sizeof text, ".%u", (unsigned)position);
	return intern(c, text);
}

static void add_arguments(
	struct compiler *c, const struct ast_list *args, uint32_t from)
{
	for (uint32_t i = 0; i < args->count; i++)
		name_table_add(
			&c->b->locals, argument_name(c, args->items[i], from + i));
}

static void open_arguments(struct compiler *c, const struct ast *args)
{
	struct code *code = c->b->code;
	const struct ast_list *positional = &args->arguments.posonlyargs;

	add_arguments(c, positional, 0);
	add_arguments(c, &args->arguments.args, positional->count);
	add_arguments(c, &args->arguments.kwonlyargs, 0);
	code->positional_only_count = (uint16_t)positional->count;
	code->argument_count =
		(uint16_t)(positional->count + args->arguments.args.count);
	code->keyword_only_count = (uint16_t)args->arguments.kwonlyargs.count;
	if (args->arguments.vararg) {
		code->flags |= CODE_VARARGS;
		name_table_add(
			&c->b->locals, argument_name(c, args->arguments.vararg, 0));
	}
	if (args->arguments.kwarg) {
		code->flags |= CODE_VARKEYWORDS;
		name_table_add(
			&c->b->locals, argument_name(c, args->arguments.kwarg, 0));
	}
}

static void unpack_arguments(struct compiler *c, const struct ast *args)
{
	const struct ast_list *list = &args->arguments.args;

	for (uint32_t i = 0; i < list->count; i++) {
		if (list->items[i]->kind == AST_ARG)
			continue;
		emit(c, OP_LOAD_LOCAL, (int32_t)i);
		compile_store(c, list->items[i]);
	}
}

/* What is evaluated in the enclosing scope: defaults and annotations.  Gives
 * MAKE_FUNCTION's operands. */
struct function_parts {
	int arg, extra;
};

static void compile_defaults(struct compiler *c, const struct ast_list *defaults,
	struct function_parts *parts)
{
	struct constant k;

	if (!defaults->count)
		return;
	if (c->v.major == 2) {
		compile_expressions(c, defaults);
		parts->extra = (int)defaults->count;
		return;
	}
	parts->arg |= 1;
	if (fold_list(c, defaults, &k)) {
		emit_folded_list(c, defaults, &k);
		return;
	}
	compile_expressions(c, defaults);
	emit(c, OP_BUILD_TUPLE, (int32_t)defaults->count);
}

static void emit_named_values(
	struct compiler *c, const struct constant *names, uint32_t count)
{
	struct constant keys = {.kind = CONSTANT_TUPLE, .length = count};

	keys.items = unit_copy(c->memory, names, count, sizeof *names);
	emit_const(c, &keys);
	emit(c, OP_BUILD_CONST_DICT, (int32_t)count);
}

static void compile_keyword_defaults(
	struct compiler *c, const struct ast *args, struct function_parts *parts)
{
	const struct ast_list *values = &args->arguments.kw_defaults;
	uint32_t count = 0;
	struct constant *names =
		unit_alloc(c->memory, values->count + 1, sizeof *names);

	for (uint32_t i = 0; i < values->count; i++) {
		if (!values->items[i])
			continue;
		names[count++] = constant_text(
			c, mangle(c, args->arguments.kwonlyargs.items[i]->arg.arg));
		if (py_at_least(c->v, 3, 14))
			emit_const(c, &names[count - 1]);
		compile_expression(c, values->items[i]);
	}
	if (!count)
		return;
	parts->arg |= 2;
	if (py_at_least(c->v, 3, 14))
		emit(c, OP_BUILD_DICT, (int32_t)count);
	else
		emit_named_values(c, names, count);
}

struct annotations {
	struct constant *names;
	uint32_t count;
};

static void compile_annotation(struct compiler *c, struct annotations *a,
	const char *name, const struct ast *annotation)
{
	struct constant k = constant_text(c, name);

	if (!annotation)
		return;
	a->names[a->count++] = k;
	if (py_at_least(c->v, 3, 10))
		emit_const(c, &k);
	compile_expression(c,
		annotation->kind == AST_STARRED ? annotation->starred.value
						: annotation);
}

static void compile_annotation_list(
	struct compiler *c, struct annotations *a, const struct ast_list *args)
{
	for (uint32_t i = 0; i < args->count; i++)
		if (args->items[i]->kind == AST_ARG)
			compile_annotation(c, a, mangle(c, args->items[i]->arg.arg),
				args->items[i]->arg.annotation);
}

static void compile_annotation_of(
	struct compiler *c, struct annotations *a, const struct ast *arg)
{
	if (arg)
		compile_annotation(c, a, mangle(c, arg->arg.arg), arg->arg.annotation);
}

static void compile_annotations(struct compiler *c, const struct ast *args,
	const struct ast *returns, struct function_parts *parts)
{
	struct annotations a = {NULL, 0};
	uint32_t most = args->arguments.posonlyargs.count + args->arguments.args.count +
		args->arguments.kwonlyargs.count + 3;

	if (c->v.major == 2 || py_at_least(c->v, 3, 14))
		return;
	a.names = unit_alloc(c->memory, most, sizeof *a.names);
	/* 3.8 to 3.11 take the ordinary ones first: compiler_visit_annotations. */
	compile_annotation_list(c, &a, &args->arguments.args);
	compile_annotation_list(c, &a, &args->arguments.posonlyargs);
	compile_annotation_of(c, &a, args->arguments.vararg);
	compile_annotation_list(c, &a, &args->arguments.kwonlyargs);
	compile_annotation_of(c, &a, args->arguments.kwarg);
	compile_annotation(c, &a, intern(c, "return"), returns);
	if (!a.count)
		return;
	parts->arg |= 4;
	if (py_at_least(c->v, 3, 10))
		emit(c, OP_BUILD_TUPLE, 2 * (int32_t)a.count);
	else
		emit_named_values(c, a.names, a.count);
}

static struct function_parts compile_outside(
	struct compiler *c, const struct ast *args, const struct ast *returns)
{
	struct function_parts parts = {0, 0};

	compile_defaults(c, &args->arguments.defaults, &parts);
	compile_keyword_defaults(c, args, &parts);
	compile_annotations(c, args, returns, &parts);
	return parts;
}

/* ---- def and lambda */

/* Only what begins a body: the literal that is its docstring, or NULL. */
const struct ast *docstring(const struct compiler *c, const struct ast_list *body)
{
	const struct ast *first = body->count ? body->items[0] : NULL;

	if (!first || first->kind != AST_EXPR ||
		first->expr.value->kind != AST_CONSTANT)
		return NULL;
	enum ast_value_kind kind = first->expr.value->constant.value.kind;
	if (kind != AST_VALUE_STR && !(kind == AST_VALUE_BYTES && c->v.major == 2))
		return NULL;
	return first->expr.value;
}

/* The first constant of a function is its docstring, or None (to 3.13). */
static void add_docstring(struct compiler *c, const struct ast *doc)
{
	struct constant k = {.kind = CONSTANT_NONE};

	if (doc) {
		docstring_value(c, doc, &k);
		c->b->code->doc = k.text;
	}
	if (doc || !py_at_least(c->v, 3, 14))
		add_constant(c, &k);
}

static void compile_function_body(struct compiler *c, const struct ast_list *body)
{
	const struct ast *doc = docstring(c, body);
	struct ast_list rest = *body;

	if (doc && rest.count) {
		rest.items++;
		rest.count--;
	}
	compile_body(c, &rest);
	emit_none(c);
	emit(c, OP_RETURN, 0);
}

static uint32_t first_line(const struct ast *node, const struct ast_list *decorators)
{
	return decorators->count ? decorators->items[0]->place.line : node->place.line;
}

static void compile_decorators(struct compiler *c, const struct ast_list *decorators)
{
	for (uint32_t i = 0; i < decorators->count; i++) {
		emit_line(c, decorators->items[i]);
		compile_expression(c, decorators->items[i]);
	}
}

static void call_decorators(struct compiler *c, const struct ast_list *decorators)
{
	struct ast_place before = c->b->place;

	for (uint32_t i = decorators->count; i-- > 0;) {
		if (py_at_least(c->v, 3, 9))
			c->b->place = decorators->items[i]->place;
		emit(c, OP_CALL, 1);
	}
	c->b->place = before;
}

static bool has_type_parameters(struct compiler *c, const struct ast_list *parameters)
{
	if (parameters->count)
		fail_refuse(c, parameters->items[0],
			"type parameters are outside gcrefs's language");
	return parameters->count > 0;
}

void compile_function(struct compiler *c, const struct ast *node)
{
	const struct ast *args = node->function_def.args;
	const struct ast_list *decorators = &node->function_def.decorator_list;
	const char *name = intern(c, node->function_def.name);
	const char *path = qualified(c, node->function_def.name);
	const struct scope *scope = scope_of(c->scopes, node);
	struct builder b;

	if (has_type_parameters(c, &node->function_def.type_params))
		return;
	compile_decorators(c, decorators);
	if (!decorators->count || py_at_least(c->v, 3, 8))
		emit_line(c, node);
	struct function_parts parts =
		compile_outside(c, args, node->function_def.returns);
	builder_open(c, &b, BUILDER_FUNCTION, name, scope,
		(int)first_line(node, decorators));
	b.qualified_name = path;
	add_docstring(c, docstring(c, &node->function_def.body));
	open_arguments(c, args);
	open_cells(c);
	unpack_arguments(c, args);
	compile_function_body(c, &node->function_def.body);
	const struct code *code = builder_close(c);
	emit_make_function(c, code, scope, path, parts.arg, parts.extra);
	call_decorators(c, decorators);
	compile_name(c, node->function_def.name, AST_STORE);
}

void compile_lambda(struct compiler *c, const struct ast *node)
{
	const struct ast *args = node->lambda.args;
	const char *name = intern(c, "<lambda>");
	const char *path = qualified(c, name);
	const struct scope *scope = scope_of(c->scopes, node);
	struct builder b;

	struct function_parts parts = compile_outside(c, args, NULL);
	builder_open(c, &b, BUILDER_LAMBDA, name, scope, (int)node->place.line);
	b.qualified_name = path;
	add_docstring(c, NULL);
	open_arguments(c, args);
	open_cells(c);
	unpack_arguments(c, args);
	emit_line(c, node->lambda.body);
	compile_expression(c, node->lambda.body);
	emit(c, OP_RETURN, 0);
	const struct code *code = builder_close(c);
	emit_make_function(c, code, scope, path, parts.arg, parts.extra);
}

/* ---- class */

static void store_text(struct compiler *c, const char *value, const char *name)
{
	emit_text(c, value);
	emit_name(c, OP_STORE_NAME, intern(c, name));
}

void compile_docstring(struct compiler *c, const struct ast_list *body)
{
	const struct ast *doc = docstring(c, body);
	struct constant k;

	if (!doc)
		return;
	emit_line(c, doc);
	c->b->place = doc->place;
	c->b->place.line = line_of(c, doc);
	docstring_value(c, doc, &k);
	emit_const(c, &k);
	emit_name(c, OP_STORE_NAME, intern(c, "__doc__"));
}

void note_attribute(struct compiler *c, const struct ast *node)
{
	const struct ast *object = node->attribute.value;
	struct builder *b = c->b;

	if (object->kind != AST_NAME || strcmp(object->name.id, "self") != 0)
		return;
	while (b && b->kind != BUILDER_CLASS)
		b = b->outer;
	if (b && b != c->b)
		name_table_add(&b->attributes, intern(c, node->attribute.attr));
}

static int compare_names(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void store_attributes(struct compiler *c)
{
	const struct name_table *t = &c->b->attributes;
	struct constant *items =
		unit_alloc(c->memory, t->names.count + 1, sizeof *items);

	if (t->names.count)
		qsort(t->names.items, t->names.count, sizeof(char *), compare_names);
	for (uint32_t i = 0; i < t->names.count; i++)
		items[i] = constant_text(c, ((const char **)t->names.items)[i]);
	emit_const(c,
		&(struct constant){.kind = CONSTANT_TUPLE,
			.items = items,
			.length = t->names.count});
	emit_name(c, OP_STORE_NAME, intern(c, "__static_attributes__"));
}

static void return_class_cell(struct compiler *c)
{
	int32_t cell = cell_index(c, intern(c, "__class__"));

	if (cell >= 0 && cell < (int32_t)c->b->cells.names.count) {
		emit(c, OP_LOAD_CLOSURE, cell);
		emit(c, OP_COPY, 1);
		emit_name(c, OP_STORE_NAME, intern(c, "__classcell__"));
	} else {
		emit_none(c);
	}
	emit(c, OP_RETURN, 0);
}

static void open_class_names(struct compiler *c, const char *path)
{
	struct constant line = {.kind = CONSTANT_INT, .number = c->b->code->first_line};

	emit_name(c, OP_LOAD_NAME, intern(c, "__name__"));
	emit_name(c, OP_STORE_NAME, intern(c, "__module__"));
	if (c->v.major == 2)
		return;
	store_text(c, path, "__qualname__");
	if (!py_at_least(c->v, 3, 13))
		return;
	emit_const(c, &line);
	emit_name(c, OP_STORE_NAME, intern(c, "__firstlineno__"));
}

static const struct code *compile_class_body(struct compiler *c, const struct ast *node,
	const struct scope *scope, const char *path)
{
	const struct ast_list *body = &node->class_def.body;
	struct ast_list rest = *body;
	struct builder b;

	builder_open(c, &b, BUILDER_CLASS, intern(c, node->class_def.name), scope,
		(int)first_line(node, &node->class_def.decorator_list));
	b.qualified_name = path;
	b.code->flags |= CODE_CLASS_BODY;
	open_cells(c);
	emit_full(c, OP_LINE, (c->future_flags & CODE_LIBRARY) != 0, 0, 0);
	open_class_names(c, path);
	if (docstring(c, body)) {
		rest.items++;
		rest.count--;
	}
	setup_annotations(c, body);
	compile_docstring(c, body);
	compile_body(c, &rest);
	if (c->v.major == 2) {
		emit(c, OP_LOAD_LOCALS, 0);
		emit(c, OP_RETURN, 0);
		return builder_close(c);
	}
	if (py_at_least(c->v, 3, 13))
		store_attributes(c);
	return_class_cell(c);
	return builder_close(c);
}

static void make_class_27(struct compiler *c, const struct ast *node,
	const struct scope *scope, const char *name)
{
	const struct ast_list *bases = &node->class_def.bases;
	struct constant empty = {.kind = CONSTANT_TUPLE};

	emit_text(c, name);
	compile_expressions(c, bases);
	if (bases->count)
		emit(c, OP_BUILD_TUPLE, (int32_t)bases->count);
	else
		emit_const(c, &empty);
	const struct code *code = compile_class_body(c, node, scope, name);
	emit_make_function(c, code, scope, name, 0, 0);
	emit(c, OP_CALL, 0);
	emit(c, OP_BUILD_CLASS, 0);
}

void compile_class(struct compiler *c, const struct ast *node)
{
	const struct ast_list *decorators = &node->class_def.decorator_list;
	const struct scope *scope = scope_of(c->scopes, node);
	const char *name = intern(c, node->class_def.name);
	const char *path = qualified(c, node->class_def.name);

	if (has_type_parameters(c, &node->class_def.type_params))
		return;
	compile_decorators(c, decorators);
	if (!decorators->count || py_at_least(c->v, 3, 8))
		emit_line(c, node);
	if (c->v.major == 2) {
		make_class_27(c, node, scope, name);
	} else {
		emit(c, OP_LOAD_BUILD_CLASS, 0);
		const struct code *code = compile_class_body(c, node, scope, path);
		emit_make_function(c, code, scope, name, 0, 0);
		emit_text(c, name);
		compile_call_part(
			c, 2, &node->class_def.bases, &node->class_def.keywords);
	}
	call_decorators(c, decorators);
	compile_name(c, node->class_def.name, AST_STORE);
}
