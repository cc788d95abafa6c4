#include <stdlib.h>
#include <string.h>

#include "compile_core.h"
#include "xalloc.h"

/*
 * try, with, raise, and the statements that leave blocks early.  The shape is
 * that of CPython's compile.c from 3.8 on, for all versions: the body of a
 * finally is compiled once for each way out.
 */

/* ---- leaving blocks */

static void keep_value(struct compiler *c, bool value)
{
	if (value)
		emit(c, OP_SWAP, 2);
}

static void unbind_name(struct compiler *c, const char *name)
{
	emit_none(c);
	compile_name(c, name, AST_STORE);
	compile_name(c, name, AST_DEL);
}

static void leave_finally(struct compiler *c, const struct ast *node, bool value)
{
	if (value)
		push_block(c, BLOCK_VALUE, -1, 0);
	compile_body(c, &node->try_.finalbody);
	if (value)
		pop_block(c);
}

/* What is to be done on the way out of BLOCK (compiler_unwind_fblock).  VALUE: a
 * value on top of the stack is to be kept. */
static void leave_block(struct compiler *c, const struct block *block, bool value)
{
	switch (block->kind) {
	case BLOCK_FOR:
	case BLOCK_VALUE:
		keep_value(c, value);
		emit(c, OP_POP, 0);
		break;
	case BLOCK_FINALLY:
		leave_finally(c, block->node, value);
		break;
	case BLOCK_FINALLY_END:
		keep_value(c, value);
		emit(c, OP_POP, 0);
		keep_value(c, value);
		emit(c, OP_POP_EXC, 0);
		break;
	case BLOCK_WITH:
		keep_value(c, value);
		emit(c, OP_WITH_EXIT, 0);
		break;
	case BLOCK_HANDLER:
		keep_value(c, value);
		emit(c, OP_POP_EXC, 0);
		break;
	case BLOCK_HANDLER_NAME:
		unbind_name(c, block->name);
		break;
	default:
		break;
	}
}

/* From 3.9 the exception is forgotten before its name is unbound. */
static bool forgets_first(const struct compiler *c)
{
	return py_at_least(c->v, 3, 9);
}

/*
 * Emits the way out of all blocks above number DOWN_TO, and then, with them
 * still open, lets FINISH emit what comes last.  Afterwards everything is as it
 * was before: code that follows is inside the blocks again.
 */
static void leave_blocks(struct compiler *c, uint32_t down_to, bool value,
	void (*finish)(struct compiler *c, const void *with), const void *with)
{
	struct builder *b = c->b;
	uint32_t count = b->block_count;
	int depth = b->depth;
	struct block *saved = xcalloc(count + 1, sizeof *saved);

	for (uint32_t i = count; i-- > down_to;) {
		block_suspend(c, &b->blocks[i]);
		saved[i] = b->blocks[i];
		if (b->blocks[i].kind == BLOCK_HANDLER_NAME && i && forgets_first(c)) {
			block_suspend(c, &b->blocks[i - 1]);
			saved[i - 1] = b->blocks[i - 1];
			b->block_count = i - 1;
			leave_block(c, &saved[i - 1], value);
			leave_block(c, &saved[i], value);
			i--;
			continue;
		}
		b->block_count = i;
		leave_block(c, &saved[i], value);
	}
	finish(c, with);
	for (uint32_t i = down_to; i < count; i++) {
		b->blocks[i] = saved[i];
		block_resume(c, &b->blocks[i]);
	}
	b->block_count = count;
	b->depth = depth;
	free(saved);
}

struct returned {
	const struct ast *node; /* NULL: there is none */
	struct constant value;
};

static void finish_return(struct compiler *c, const void *with)
{
	const struct returned *constant = with;

	if (constant && constant->node)
		emit_folded(c, constant->node, &constant->value);
	else if (constant)
		emit_none(c);
	emit(c, OP_RETURN, 0);
}

void compile_return(struct compiler *c, const struct ast *node)
{
	const struct ast *value = node->return_.value;
	struct returned constant = {.node = value};

	if (c->b->kind == BUILDER_MODULE || c->b->kind == BUILDER_CLASS) {
		fail_syntax(c, node, "'return' outside function");
		return;
	}
	if (c->v.major == 2 && value && (c->b->code->flags & CODE_GENERATOR)) {
		fail_syntax(c, node, "'return' with argument inside generator");
		return;
	}
	if (!value || fold(c, value, &constant.value)) {
		leave_blocks(c, 0, false, finish_return, &constant);
		return;
	}
	compile_expression(c, value);
	leave_blocks(c, 0, true, finish_return, NULL);
	c->b->depth--;
}

static void finish_jump(struct compiler *c, const void *label)
{
	emit_jump(c, OP_JUMP, *(const label_id *)label);
}

static bool find_loop(const struct builder *b, uint32_t *at)
{
	for (uint32_t i = b->block_count; i-- > 0;)
		if (b->blocks[i].kind == BLOCK_FOR ||
			b->blocks[i].kind == BLOCK_WHILE) {
			*at = i;
			return true;
		}
	return false;
}

void compile_break(struct compiler *c, const struct ast *node)
{
	uint32_t at;

	if (!find_loop(c->b, &at)) {
		fail_syntax(c, node, "'break' outside loop");
		return;
	}
	label_id exit = c->b->blocks[at].exit;
	leave_blocks(c, at, false, finish_jump, &exit);
}

void compile_continue(struct compiler *c, const struct ast *node)
{
	uint32_t at;

	if (!find_loop(c->b, &at)) {
		fail_syntax(c, node, "'continue' not properly in loop");
		return;
	}
	for (uint32_t i = at; i < c->b->block_count && !py_at_least(c->v, 3, 8); i++)
		if (c->b->blocks[i].kind == BLOCK_FINALLY_END) {
			fail_syntax(c, node,
				"'continue' not supported inside 'finally' clause");
			return;
		}
	label_id start = c->b->blocks[at].start;
	leave_blocks(c, at + 1, false, finish_jump, &start);
}

/* ---- raise */

void compile_raise(struct compiler *c, const struct ast *node)
{
	const struct ast *parts[] = {node->raise.exc, node->raise.cause, NULL};
	int count = 0;

	if (c->v.major == 2) {
		parts[1] = node->raise.inst;
		parts[2] = node->raise.tback;
	}
	for (int i = 0; i < 3 && parts[i]; i++, count++)
		compile_expression(c, parts[i]);
	emit(c, OP_RAISE, count);
}

/* ---- try */

/* [prev exc -> ] an exception inside a handler: the one before is handled again. */
static void emit_cleanup(struct compiler *c, label_id cleanup)
{
	bind(c, cleanup);
	emit(c, OP_SWAP, 2);
	emit(c, OP_POP_EXC, 0);
	emit(c, OP_RERAISE, 0);
}

/* [prev exc -> prev] binds what `as` names. */
static void bind_exception(struct compiler *c, const struct ast *handler)
{
	const char *name = handler->except_handler.name;
	const struct ast *target = handler->except_handler.target;

	if (!name && !target) {
		emit(c, OP_POP, 0);
		return;
	}
	if (!py_at_least(c->v, 3, 11))
		emit(c, OP_EXC_VALUE, 0);
	if (name)
		compile_name(c, name, AST_STORE);
	else
		compile_store(c, target);
	if (!py_at_least(c->v, 3, 11))
		emit(c, OP_POP, 0);
}

static struct block *top_block(struct compiler *c)
{
	return &c->b->blocks[c->b->block_count - 1];
}

/* [prev ->] */
static void named_handler(
	struct compiler *c, const struct ast *handler, const char *name, label_id end)
{
	label_id cleanup = new_label(c);
	int depth = c->b->depth;

	push_block(c, BLOCK_HANDLER_NAME, cleanup, 0)->name = name;
	compile_body(c, &handler->except_handler.body);
	pop_block(c);
	if (!forgets_first(c))
		unbind_name(c, name);
	block_suspend(c, top_block(c));
	emit(c, OP_POP_EXC, 0);
	if (forgets_first(c))
		unbind_name(c, name);
	emit_jump(c, OP_JUMP, end);
	block_resume(c, top_block(c));
	bind(c, cleanup);
	unbind_name(c, name);
	emit(c, OP_RERAISE, 0);
	c->b->depth = depth - 1;
}

static void plain_handler(struct compiler *c, const struct ast *handler, label_id end)
{
	compile_body(c, &handler->except_handler.body);
	block_suspend(c, top_block(c));
	emit(c, OP_POP_EXC, 0);
	emit_jump(c, OP_JUMP, end);
	block_resume(c, top_block(c));
}

/* [prev exc -> prev exc], or to END with neither. */
static void compile_handler(struct compiler *c, const struct ast *handler, label_id end)
{
	label_id next = new_label(c);
	const char *name = handler->except_handler.name;

	c->b->place = handler->place;
	emit_line(c, handler);
	if (handler->except_handler.type) {
		compile_expression(c, handler->except_handler.type);
		emit(c, OP_MATCH_EXC, 0);
		emit_jump(c, OP_JUMP_FALSE, next);
	}
	int depth = c->b->depth;
	bind_exception(c, handler);
	if (name && c->v.major == 3)
		named_handler(c, handler, name, end);
	else
		plain_handler(c, handler, end);
	c->b->depth = depth;
	bind(c, next);
}

static void compile_try_except(struct compiler *c, const struct ast *node)
{
	const struct ast_list *handlers = &node->try_.handlers;
	label_id handler = new_label(c), cleanup = new_label(c);
	label_id orelse = new_label(c), end = new_label(c);

	push_block(c, BLOCK_TRY, handler, 0);
	compile_body(c, &node->try_.body);
	pop_block(c);
	emit_jump(c, OP_JUMP, orelse);
	bind(c, handler);
	emit(c, OP_PUSH_EXC, 0);
	push_block(c, BLOCK_HANDLER, cleanup, 1);
	for (uint32_t i = 0; i < handlers->count; i++) {
		if (!handlers->items[i]->except_handler.type && i + 1 < handlers->count)
			fail_syntax(c, handlers->items[i],
				"default 'except:' must be last");
		compile_handler(c, handlers->items[i], end);
		c->b->place = handlers->items[i]->place;
	}
	emit(c, OP_RERAISE, 0);
	pop_block(c);
	emit_cleanup(c, cleanup);
	bind(c, orelse);
	compile_body(c, &node->try_.orelse);
	bind(c, end);
}

static void compile_try_finally(struct compiler *c, const struct ast *node)
{
	label_id handler = new_label(c), cleanup = new_label(c), end = new_label(c);

	push_block(c, BLOCK_FINALLY, handler, 0)->node = node;
	if (node->try_.handlers.count)
		compile_try_except(c, node);
	else
		compile_body(c, &node->try_.body);
	pop_block(c);
	compile_body(c, &node->try_.finalbody);
	emit_jump(c, OP_JUMP, end);
	bind(c, handler);
	emit(c, OP_PUSH_EXC, 1);
	push_block(c, BLOCK_FINALLY_END, cleanup, 1);
	compile_body(c, &node->try_.finalbody);
	emit(c, OP_RERAISE, 0);
	pop_block(c);
	emit_cleanup(c, cleanup);
	bind(c, end);
}

void compile_try(struct compiler *c, const struct ast *node)
{
	if (node->try_.finalbody.count)
		compile_try_finally(c, node);
	else
		compile_try_except(c, node);
}

/* ---- with */

static void compile_with_item(struct compiler *c, const struct ast *node, uint32_t at);

static void compile_inside(struct compiler *c, const struct ast *node, uint32_t at)
{
	if (at + 1 < node->with.items.count)
		compile_with_item(c, node, at + 1);
	else
		compile_body(c, &node->with.body);
}

static void with_exception(struct compiler *c, label_id handler)
{
	label_id cleanup = new_label(c), swallowed = new_label(c);

	bind(c, handler);
	emit(c, OP_PUSH_EXC, 0);
	push_block(c, BLOCK_WATCH, cleanup, 1);
	emit(c, OP_WITH_EXCEPT, 0);
	emit_jump(c, OP_JUMP_TRUE, swallowed);
	emit(c, OP_RERAISE, 0);
	pop_block(c);
	emit_cleanup(c, cleanup);
	bind(c, swallowed);
	emit(c, OP_POP, 0);
	emit(c, OP_POP_EXC, 0);
	emit(c, OP_POP, 0);
}

static void compile_with_item(struct compiler *c, const struct ast *node, uint32_t at)
{
	const struct ast *item = node->with.items.items[at];
	label_id handler = new_label(c), end = new_label(c);

	compile_expression(c, item->withitem.context_expr);
	emit_placed(c, item->withitem.context_expr, 13, OP_WITH_ENTER, 0);
	push_block(c, BLOCK_WITH, handler, 1);
	if (item->withitem.optional_vars)
		compile_store(c, item->withitem.optional_vars);
	else
		emit(c, OP_POP, 0);
	compile_inside(c, node, at);
	pop_block(c);
	c->b->place = node->place;
	if (py_at_least(c->v, 3, 10))
		emit_line(c, node);
	emit(c, OP_WITH_EXIT, 0);
	emit_jump(c, OP_JUMP, end);
	with_exception(c, handler);
	bind(c, end);
}

void compile_with(struct compiler *c, const struct ast *node)
{
	compile_with_item(c, node, 0);
}
