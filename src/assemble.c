#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "compile_core.h"
#include "xalloc.h"

void *vector_add(struct vector *v, size_t size)
{
	if (v->count == v->capacity) {
		v->capacity = v->capacity ? v->capacity * 2 : 16;
		v->items = xreallocarray(v->items, v->capacity, size);
	}
	return memset((char *)v->items + size * v->count++, 0, size);
}

/* ---- tables of names: pointers are equal when names are */

static uint32_t pointer_hash(const void *p)
{
	uint64_t h = (uint64_t)(uintptr_t)p * 0x9e3779b97f4a7c15u;

	return (uint32_t)(h >> 32);
}

static struct name_slot *find_slot(const struct name_table *t, const char *name)
{
	uint32_t at = pointer_hash(name) & (t->slot_count - 1);

	while (t->slots[at].name && t->slots[at].name != name)
		at = (at + 1) & (t->slot_count - 1);
	return &t->slots[at];
}

int32_t name_table_find(const struct name_table *t, const char *name)
{
	if (!t->slot_count)
		return -1;
	struct name_slot *slot = find_slot(t, name);
	return slot->name ? (int32_t)slot->index : -1;
}

static void grow_names(struct name_table *t)
{
	const char **names = t->names.items;

	free(t->slots);
	t->slot_count = t->slot_count ? t->slot_count * 2 : 16;
	t->slots = xcalloc(t->slot_count, sizeof *t->slots);
	for (uint32_t i = 0; i < t->names.count; i++)
		*find_slot(t, names[i]) = (struct name_slot){names[i], i};
}

uint32_t name_table_add(struct name_table *t, const char *name)
{
	int32_t known = name_table_find(t, name);

	if (known >= 0)
		return (uint32_t)known;
	if (2 * t->names.count >= t->slot_count)
		grow_names(t);
	*find_slot(t, name) = (struct name_slot){name, t->names.count};
	*(const char **)vector_add(&t->names, sizeof name) = name;
	return t->names.count - 1;
}

void name_table_free(struct name_table *t)
{
	free(t->names.items);
	free(t->slots);
}

static const char *const *copy_names(struct compiler *c, const struct name_table *t)
{
	return unit_copy(c->memory, t->names.items, t->names.count, sizeof(char *));
}

/* ---- constants */

static uint32_t *constant_slot(struct builder *b, const struct constant *value)
{
	const struct constant *constants = b->constants.items;
	uint32_t mask = b->constant_slot_count - 1, at = constant_hash(value) & mask;

	while (b->constant_slots[at] &&
		!constant_same(&constants[b->constant_slots[at] - 1], value))
		at = (at + 1) & mask;
	return &b->constant_slots[at];
}

static void grow_constants(struct builder *b)
{
	const struct constant *constants = b->constants.items;

	free(b->constant_slots);
	b->constant_slot_count =
		b->constant_slot_count ? b->constant_slot_count * 2 : 16;
	b->constant_slots = xcalloc(b->constant_slot_count, sizeof *b->constant_slots);
	for (uint32_t i = 0; i < b->constants.count; i++) {
		uint32_t *slot = constant_slot(b, &constants[i]);

		if (!*slot)
			*slot = i + 1;
	}
}

uint32_t append_constant(struct compiler *c, const struct constant *value)
{
	struct builder *b = c->b;

	*(struct constant *)vector_add(&b->constants, sizeof *value) = *value;
	return b->constants.count - 1;
}

uint32_t add_constant(struct compiler *c, const struct constant *value)
{
	struct builder *b = c->b;

	if (2 * b->constants.count >= b->constant_slot_count)
		grow_constants(b);
	uint32_t *slot = constant_slot(b, value);
	if (!*slot)
		*slot = append_constant(c, value) + 1;
	return *slot - 1;
}

/* ---- emitting */

/* `finally` inside `finally` doubles the code each time. */
enum {
	OPERATIONS_MAX = 1 << 20
};

uint32_t emit_full(
	struct compiler *c, enum op_code code, int flag, int32_t arg, int32_t extra)
{
	struct builder *b = c->b;
	struct instruction *i = vector_add(&b->instructions, sizeof *i);

	if (b->instructions.count > OPERATIONS_MAX && !c->failed)
		fail_refuse(c, NULL, "'%s' is too long", b->code->name);
	i->op.code = (uint8_t)code;
	i->op.flag = (uint8_t)flag;
	i->op.arg = arg;
	i->op.extra = extra;
	i->op.sp = (uint16_t)b->depth;
	i->op.line = (int32_t)b->place.line;
	i->place = b->place;
	b->depth += op_effect(&i->op, false);
	assert(b->depth >= 0 || c->failed);
	if (b->depth > b->deepest)
		b->deepest = b->depth;
	return b->instructions.count - 1;
}

uint32_t emit(struct compiler *c, enum op_code code, int32_t arg)
{
	return emit_full(c, code, 0, arg, 0);
}

uint32_t add_name(struct compiler *c, const char *name)
{
	return name_table_add(&c->b->names, name);
}

void emit_name(struct compiler *c, enum op_code code, const char *name)
{
	emit(c, code, (int32_t)add_name(c, name));
}

void emit_line(struct compiler *c, const struct ast *node)
{
	struct ast_place before = c->b->place;

	c->b->place = node->place;
	emit_full(c, OP_LINE, (c->future_flags & CODE_LIBRARY) != 0, 0, 0);
	c->b->place = before;
}

void emit_const(struct compiler *c, const struct constant *value)
{
	emit(c, OP_CONST, (int32_t)add_constant(c, value));
}

void emit_none(struct compiler *c)
{
	emit_const(c, &(struct constant){.kind = CONSTANT_NONE});
}

void emit_text(struct compiler *c, const char *text)
{
	struct constant k = constant_text(c, text);

	emit_const(c, &k);
}

label_id new_label(struct compiler *c)
{
	struct label *label = vector_add(&c->b->labels, sizeof *label);

	label->at = label->depth = -1;
	return (label_id)c->b->labels.count - 1;
}

static struct label *label_of(struct compiler *c, label_id label)
{
	return &((struct label *)c->b->labels.items)[label];
}

void bind(struct compiler *c, label_id id)
{
	struct label *label = label_of(c, id);

	assert(label->at < 0);
	label->at = (int32_t)c->b->instructions.count;
	if (label->depth < 0)
		label->depth = c->b->depth;
	c->b->depth = label->depth;
}

void emit_jump(struct compiler *c, enum op_code code, label_id id)
{
	struct label *label = label_of(c, id);
	bool back = code == OP_JUMP && label->at >= 0;
	uint32_t at = emit_full(c, code, back, id, 0);
	struct op *op = &((struct instruction *)c->b->instructions.items)[at].op;
	int depth = op->sp + op_effect(op, true);

	assert(label->depth < 0 || label->depth == depth || c->failed);
	label->depth = depth;
	if (depth > c->b->deepest)
		c->b->deepest = depth;
}

/* ---- blocks */

struct block *push_block(
	struct compiler *c, enum block_kind kind, label_id handler, int drop)
{
	struct builder *b = c->b;
	struct block *block = &b->blocks[b->block_count];

	if (b->block_count == BLOCKS_MAX) {
		if (!c->failed)
			fail_refuse(c, NULL, "too many statements inside each other");
		b->block_count--;
		block--;
	}
	b->block_count++;
	*block = (struct block){
		.kind = kind, .handler = handler, .start = -1, .exit = -1};
	block->from = b->instructions.count;
	block->depth = (uint16_t)(b->depth - drop);
	if (handler >= 0) {
		label_of(c, handler)->depth = block->depth + 1;
		if (b->deepest <= block->depth)
			b->deepest = block->depth + 1;
	}
	return block;
}

void block_suspend(struct compiler *c, struct block *block)
{
	struct builder *b = c->b;

	if (block->handler < 0 || block->from == b->instructions.count)
		return;
	struct region *region = vector_add(&b->regions, sizeof *region);
	*region = (struct region){block->from, b->instructions.count, block->handler,
		block->depth, (uint16_t)(block - b->blocks)};
}

void block_resume(struct compiler *c, struct block *block)
{
	block->from = c->b->instructions.count;
}

void pop_block(struct compiler *c)
{
	struct builder *b = c->b;

	assert(b->block_count);
	block_suspend(c, &b->blocks[b->block_count - 1]);
	b->block_count--;
}

/* ---- the finished code */

void builder_open(struct compiler *c, struct builder *b, enum builder_kind kind,
	const char *name, const struct scope *scope, int first_line)
{
	struct code *code = unit_alloc(c->memory, 1, sizeof *code);

	*b = (struct builder){
		.outer = c->b, .kind = kind, .scope = scope, .code = code};
	code->name = name;
	code->file_name = c->file_name;
	code->first_line = first_line;
	code->flags = c->future_flags;
	code->id = c->codes.count;
	*(struct code **)vector_add(&c->codes, sizeof code) = code;
	b->place = (struct ast_place){(uint32_t)first_line, 0, (uint32_t)first_line, 0};
	c->b = b;
}

/* 3.11+: an argument that is a cell has no slot besides the argument's. */
static bool shares_slot(const struct compiler *c, uint32_t cell)
{
	const struct builder *b = c->b;
	const char *name = ((const char **)b->cells.names.items)[cell];
	int32_t local = name_table_find(&b->locals, name);

	return py_at_least(c->v, 3, 11) && local >= 0;
}

/* The slot of each cell variable, then of each free one. */
static uint32_t *place_cells(struct compiler *c)
{
	struct builder *b = c->b;
	struct code *code = b->code;
	uint32_t cells = b->cells.names.count, frees = b->frees.names.count;
	uint32_t *slots = unit_alloc(c->memory, cells + frees + 1, sizeof *slots);
	const char **names = unit_alloc(c->memory, cells + frees + 1, sizeof *names);
	uint32_t next = b->locals.names.count;

	for (uint32_t i = 0; i < cells + frees; i++) {
		const char *name = i < cells
			? ((const char **)b->cells.names.items)[i]
			: ((const char **)b->frees.names.items)[i - cells];
		if (i < cells && shares_slot(c, i)) {
			slots[i] = (uint32_t)name_table_find(&b->locals, name);
			continue;
		}
		names[next - b->locals.names.count] = name;
		slots[i] = next++;
	}
	code->local_count = (uint16_t)b->locals.names.count;
	code->free_count = (uint16_t)frees;
	code->cell_count = (uint16_t)(next - code->local_count - frees);
	code->local_names = copy_names(c, &b->locals);
	code->cell_names = names;
	return slots;
}

static void finish_op(
	struct compiler *c, struct op *op, const uint32_t *cell_slots, uint32_t stack)
{
	const struct label *labels = c->b->labels.items;

	op->sp = (uint16_t)(op->sp + stack);
	if (op_is_jump(op->code)) {
		op->arg = labels[op->arg].at;
		return;
	}
	switch (op->code) {
	case OP_MAKE_CELL:
	case OP_LOAD_CELL:
	case OP_STORE_CELL:
	case OP_DEL_CELL:
	case OP_LOAD_CLOSURE:
	case OP_LOAD_CLASS_CELL:
	case OP_COPY_FREE:
		op->arg = (int32_t)cell_slots[op->arg];
		break;
	default:
		break;
	}
}

static void finish_operations(struct compiler *c)
{
	struct builder *b = c->b;
	struct code *code = b->code;
	const struct instruction *from = b->instructions.items;
	uint32_t count = b->instructions.count;
	struct op *ops = unit_alloc(c->memory, count, sizeof *ops);
	struct op_position *positions = unit_alloc(c->memory, count, sizeof *positions);
	const uint32_t *cell_slots = place_cells(c);
	uint32_t stack =
		(uint32_t)code->local_count + code->cell_count + code->free_count;

	for (uint32_t i = 0; i < count; i++) {
		const struct ast_place *p = &from[i].place;
		ops[i] = from[i].op;
		finish_op(c, &ops[i], cell_slots, stack);
		positions[i] =
			(struct op_position){(int32_t)p->line, (int32_t)p->end_line,
				(int32_t)p->column, (int32_t)p->end_column};
	}
	code->ops = ops;
	code->positions = positions;
	code->op_count = count;
	if (stack + (uint32_t)b->deepest >= UINT16_MAX - 1)
		fail_refuse(c, NULL, "too many names or values in '%s'", code->name);
	code->slot_count = (uint16_t)(stack + (uint32_t)b->deepest);
}

static int compare_regions(const void *x, const void *y)
{
	const struct region *a = x, *b = y;

	if (a->level != b->level)
		return a->level < b->level ? -1 : 1;
	return a->from < b->from ? -1 : a->from > b->from;
}

/* Outer ones first. */
static void finish_handlers(struct compiler *c)
{
	struct builder *b = c->b;
	struct code *code = b->code;
	struct region *from = b->regions.items;
	const struct label *labels = b->labels.items;
	uint32_t count = b->regions.count;
	struct handler *handlers = unit_alloc(c->memory, count, sizeof *handlers);
	uint32_t stack =
		(uint32_t)code->local_count + code->cell_count + code->free_count;

	if (count)
		qsort(from, count, sizeof *from, compare_regions);
	for (uint32_t i = 0; i < count; i++) {
		handlers[i].from = from[i].from;
		handlers[i].to = from[i].to;
		handlers[i].handler = (uint32_t)labels[from[i].handler].at;
		handlers[i].sp = (uint16_t)(from[i].depth + stack);
	}
	code->handlers = handlers;
	code->handler_count = count;
}

static void free_builder(struct builder *b)
{
	free(b->instructions.items);
	free(b->labels.items);
	free(b->regions.items);
	free(b->constants.items);
	free(b->constant_slots);
	name_table_free(&b->names);
	name_table_free(&b->locals);
	name_table_free(&b->cells);
	name_table_free(&b->frees);
	name_table_free(&b->attributes);
}

struct code *builder_close(struct compiler *c)
{
	struct builder *b = c->b;
	struct code *code = b->code;

	if (!c->failed) {
		finish_operations(c);
		finish_handlers(c);
		code->constant_count = b->constants.count;
		code->constants = unit_copy(c->memory, b->constants.items,
			b->constants.count, sizeof(struct constant));
		code->name_count = b->names.names.count;
		code->names = copy_names(c, &b->names);
		code->qualified_name = b->qualified_name;
	}
	free_builder(b);
	c->b = b->outer;
	return code;
}
