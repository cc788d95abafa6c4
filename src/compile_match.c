#include <stdlib.h>
#include <string.h>

#include "compile_core.h"

/*
 * match: compile.c, compiler_match and what it calls, as of 3.11.
 *
 * A pattern takes its subject from the top of the stack.  When it matches, the
 * values that it captures lie on the stack in the order of `stores`, under
 * ON_TOP values that are still needed; when it does not, all of these are popped
 * on the way out, by jumping into a ladder of POPs: fails[n] pops n values.
 */
struct pattern {
	struct vector stores; /* const char * */
	struct vector fails;  /* label_id */
	uint32_t on_top;
	bool irrefutable; /* a pattern that always matches may stand here */
};

static void compile_pattern(
	struct compiler *c, struct pattern *p, const struct ast *node);

/* ---- failing */

static label_id fail_label(struct compiler *c, struct pattern *p, uint32_t pops)
{
	while (p->fails.count <= pops) {
		label_id label = new_label(c);
		*(label_id *)vector_add(&p->fails, sizeof label) = label;
	}
	return ((label_id *)p->fails.items)[pops];
}

static void jump_to_fail(struct compiler *c, struct pattern *p, enum op_code code)
{
	emit_jump(c, code, fail_label(c, p, p->on_top + p->stores.count));
}

static void emit_fails(struct compiler *c, struct pattern *p)
{
	for (uint32_t i = p->fails.count; i-- > 0;) {
		bind(c, ((label_id *)p->fails.items)[i]);
		if (i)
			emit(c, OP_POP, 0);
	}
	p->fails.count = 0;
}

/* ---- capturing */

static void rotate(struct compiler *c, uint32_t count)
{
	if (count > 1)
		emit(c, OP_ROTATE, (int32_t)count);
}

static int find_store(const struct pattern *p, const char *name)
{
	for (uint32_t i = 0; i < p->stores.count; i++)
		if (((const char **)p->stores.items)[i] == name)
			return (int)i;
	return -1;
}

static void add_store(
	struct compiler *c, struct pattern *p, const struct ast *node, const char *name)
{
	if (find_store(p, name) >= 0)
		fail_syntax(
			c, node, "multiple assignments to name '%s' in pattern", name);
	*(const char **)vector_add(&p->stores, sizeof name) = name;
}

static void store_name(
	struct compiler *c, struct pattern *p, const struct ast *node, const char *name)
{
	if (!name) {
		emit(c, OP_POP, 0);
		return;
	}
	rotate(c, p->on_top + p->stores.count + 1);
	add_store(c, p, node, name);
}

static bool is_wildcard(const struct ast *node)
{
	return node->kind == AST_MATCH_AS && !node->match_as.name;
}

static void compile_part(struct compiler *c, struct pattern *p, const struct ast *node)
{
	bool before = p->irrefutable;

	p->irrefutable = true;
	compile_pattern(c, p, node);
	p->irrefutable = before;
}

static void compile_as(struct compiler *c, struct pattern *p, const struct ast *node)
{
	const char *name = node->match_as.name;

	if (node->match_as.pattern) {
		p->on_top++;
		emit(c, OP_COPY, 1);
		compile_pattern(c, p, node->match_as.pattern);
		p->on_top--;
	} else if (!p->irrefutable && name) {
		fail_syntax(c, node,
			"name capture '%s' makes remaining patterns unreachable", name);
	} else if (!p->irrefutable) {
		fail_syntax(c, node, "wildcard makes remaining patterns unreachable");
	}
	store_name(c, p, node, name);
}

/* ---- comparing */

static void emit_number(struct compiler *c, uint32_t number)
{
	emit_const(c, &(struct constant){.kind = CONSTANT_INT, .number = number});
}

static void compare_length(
	struct compiler *c, struct pattern *p, uint32_t length, enum compare compare)
{
	emit(c, OP_GET_LEN, 0);
	emit_number(c, length);
	emit(c, OP_COMPARE, compare);
	jump_to_fail(c, p, OP_JUMP_FALSE);
}

static void compile_value(struct compiler *c, struct pattern *p, const struct ast *node)
{
	compile_expression(c, node->match_value.value);
	emit(c, OP_COMPARE, COMPARE_EQ);
	jump_to_fail(c, p, OP_JUMP_FALSE);
}

static void compile_singleton(
	struct compiler *c, struct pattern *p, const struct ast *node)
{
	struct constant k;

	literal(c, &node->match_singleton.value, &k);
	if (k.kind == CONSTANT_NONE && py_at_least(c->v, 3, 11)) {
		jump_to_fail(c, p, OP_JUMP_NOT_NONE);
		return;
	}
	emit_const(c, &k);
	emit(c, OP_COMPARE, COMPARE_IS);
	jump_to_fail(c, p, OP_JUMP_FALSE);
}

/* ---- sequences */

struct sequence {
	int star; /* index of the starred pattern, or -1 */
	bool star_wildcard, only_wildcards;
};

static bool look_at_sequence(
	struct compiler *c, const struct ast_list *patterns, struct sequence *s)
{
	*s = (struct sequence){.star = -1, .only_wildcards = true};
	for (uint32_t i = 0; i < patterns->count; i++) {
		const struct ast *pattern = patterns->items[i];
		if (pattern->kind != AST_MATCH_STAR) {
			s->only_wildcards &= is_wildcard(pattern);
			continue;
		}
		if (s->star >= 0) {
			fail_syntax(c, pattern,
				"multiple starred expressions in sequence pattern");
			return false;
		}
		s->star = (int)i;
		s->star_wildcard = !pattern->match_star.name;
		s->only_wildcards &= s->star_wildcard;
	}
	return true;
}

static void compile_parts(
	struct compiler *c, struct pattern *p, const struct ast_list *patterns)
{
	p->on_top += patterns->count;
	for (uint32_t i = 0; i < patterns->count; i++) {
		p->on_top--;
		compile_part(c, p, patterns->items[i]);
	}
}

/* [a, *_, b]: items are looked up by index, nothing is unpacked. */
static void compile_by_index(struct compiler *c, struct pattern *p,
	const struct ast_list *patterns, uint32_t star)
{
	p->on_top++;
	for (uint32_t i = 0; i < patterns->count; i++) {
		if (i == star || is_wildcard(patterns->items[i]))
			continue;
		emit(c, OP_COPY, 1);
		if (i < star) {
			emit_number(c, i);
		} else {
			emit(c, OP_GET_LEN, 0);
			emit_number(c, patterns->count - i);
			emit(c, OP_BINARY, BINARY_SUBTRACT);
		}
		emit(c, OP_LOAD_SUBSCR, 0);
		compile_part(c, p, patterns->items[i]);
	}
	p->on_top--;
	emit(c, OP_POP, 0);
}

static void compile_sequence(
	struct compiler *c, struct pattern *p, const struct ast *node)
{
	const struct ast_list *patterns = &node->match_sequence.patterns;
	struct sequence s;

	if (!look_at_sequence(c, patterns, &s))
		return;
	p->on_top++;
	emit(c, OP_MATCH_SEQUENCE, 0);
	jump_to_fail(c, p, OP_JUMP_FALSE);
	if (s.star < 0)
		compare_length(c, p, patterns->count, COMPARE_EQ);
	else if (patterns->count > 1)
		compare_length(c, p, patterns->count - 1, COMPARE_GE);
	p->on_top--;
	if (s.only_wildcards) {
		emit(c, OP_POP, 0);
	} else if (s.star_wildcard) {
		compile_by_index(c, p, patterns, (uint32_t)s.star);
	} else {
		if (s.star >= 0)
			emit_full(c, OP_UNPACK_EX, 0, s.star,
				(int32_t)patterns->count - s.star - 1);
		else
			emit(c, OP_UNPACK, (int32_t)patterns->count);
		compile_parts(c, p, patterns);
	}
}

/* ---- mappings */

/* [subject keys -> rest]: a copy of the mapping without the keys. */
static void emit_rest(struct compiler *c, uint32_t keys)
{
	emit(c, OP_BUILD_DICT, 0);
	emit(c, OP_SWAP, 3);
	emit(c, OP_DICT_UPDATE, 2);
	emit(c, OP_UNPACK, (int32_t)keys);
	for (; keys; keys--) {
		emit(c, OP_COPY, (int32_t)keys + 1);
		emit(c, OP_SWAP, 2);
		emit(c, OP_DEL_SUBSCR, 0);
	}
}

static void compile_keys(
	struct compiler *c, struct pattern *p, const struct ast_list *keys)
{
	struct constant k;

	if (fold_list(c, keys, &k)) {
		emit_const(c, &k);
	} else {
		compile_expressions(c, keys);
		emit(c, OP_BUILD_TUPLE, (int32_t)keys->count);
	}
	emit(c, OP_MATCH_KEYS, 0);
	p->on_top += 2;
	emit(c, OP_COPY, 1);
	jump_to_fail(c, p, OP_JUMP_NONE);
}

static void compile_mapping(
	struct compiler *c, struct pattern *p, const struct ast *node)
{
	const struct ast_list *keys = &node->match_mapping.keys;
	const char *rest = node->match_mapping.rest;

	p->on_top++;
	emit(c, OP_MATCH_MAPPING, 0);
	jump_to_fail(c, p, OP_JUMP_FALSE);
	if (!keys->count && !rest) {
		p->on_top--;
		emit(c, OP_POP, 0);
		return;
	}
	if (keys->count)
		compare_length(c, p, keys->count, COMPARE_GE);
	compile_keys(c, p, keys);
	emit(c, OP_UNPACK, (int32_t)keys->count);
	p->on_top--;
	compile_parts(c, p, &node->match_mapping.patterns);
	p->on_top -= 2;
	if (rest) {
		emit_rest(c, keys->count);
		store_name(c, p, node, rest);
	} else {
		emit(c, OP_POP, 0);
		emit(c, OP_POP, 0);
	}
}

/* ---- classes */

static void emit_names(struct compiler *c, const struct ast_list *names)
{
	struct constant *items = unit_alloc(c->memory, names->count + 1, sizeof *items);

	for (uint32_t i = 0; i < names->count; i++)
		items[i] = constant_text(c, intern(c, names->items[i]->identifier.id));
	emit_const(c,
		&(struct constant){.kind = CONSTANT_TUPLE,
			.items = items,
			.length = names->count});
}

static void compile_attributes(
	struct compiler *c, struct pattern *p, const struct ast_list *patterns)
{
	for (uint32_t i = 0; i < patterns->count; i++) {
		p->on_top--;
		if (is_wildcard(patterns->items[i]))
			emit(c, OP_POP, 0);
		else
			compile_part(c, p, patterns->items[i]);
	}
}

static void compile_class_pattern(
	struct compiler *c, struct pattern *p, const struct ast *node)
{
	const struct ast_list *patterns = &node->match_class.patterns;
	const struct ast_list *named = &node->match_class.kwd_patterns;
	uint32_t count = patterns->count + named->count;

	compile_expression(c, node->match_class.cls);
	emit_names(c, &node->match_class.kwd_attrs);
	emit(c, OP_MATCH_CLASS, (int32_t)patterns->count);
	p->on_top++;
	emit(c, OP_COPY, 1);
	jump_to_fail(c, p, OP_JUMP_NONE);
	emit(c, OP_UNPACK, (int32_t)count);
	p->on_top += count - 1;
	compile_attributes(c, p, patterns);
	compile_attributes(c, p, named);
}

/* ---- alternatives */

/* Puts the captured values, and their names, into the order of the first
 * alternative. */
static bool reorder(struct compiler *c, struct pattern *p, const struct pattern *first)
{
	const char **names = p->stores.items;

	if (p->stores.count != first->stores.count)
		return false;
	for (uint32_t at = p->stores.count; at-- > 0;) {
		int found = find_store(p, ((const char **)first->stores.items)[at]);
		if (found < 0)
			return false;
		if ((uint32_t)found == at)
			continue;
		for (int i = 0; i <= found; i++) {
			const char *name = names[0];
			memmove(names, names + 1, at * sizeof *names);
			names[at] = name;
			rotate(c, at + 1);
		}
	}
	return true;
}

static void free_pattern(struct pattern *p)
{
	free(p->stores.items);
	free(p->fails.items);
}

/* One alternative; its captures are those of FIRST, which the first one fills. */
static void compile_alternative(struct compiler *c, const struct ast *node,
	bool irrefutable, bool is_first, struct pattern *first, label_id end)
{
	struct pattern p = {.irrefutable = irrefutable};

	emit(c, OP_COPY, 1);
	compile_pattern(c, &p, node);
	if (!is_first && !reorder(c, &p, first))
		fail_syntax(c, node, "alternative patterns bind different names");
	emit_jump(c, OP_JUMP, end);
	emit_fails(c, &p);
	if (is_first) {
		first->stores = p.stores;
		p.stores = (struct vector){0};
	}
	free_pattern(&p);
}

static void compile_or(struct compiler *c, struct pattern *p, const struct ast *node)
{
	const struct ast_list *patterns = &node->match_or.patterns;
	struct pattern first = {0};
	label_id end = new_label(c);

	for (uint32_t i = 0; i < patterns->count && !c->failed; i++) {
		bool last = i + 1 == patterns->count;
		compile_alternative(
			c, patterns->items[i], last && p->irrefutable, !i, &first, end);
	}
	emit(c, OP_POP, 0);
	jump_to_fail(c, p, OP_JUMP);
	bind(c, end);
	uint32_t count = first.stores.count + 1 + p->on_top + p->stores.count;
	for (uint32_t i = 0; i < first.stores.count; i++) {
		rotate(c, count);
		add_store(c, p, node, ((const char **)first.stores.items)[i]);
	}
	emit(c, OP_POP, 0);
	free_pattern(&first);
}

static void compile_pattern(
	struct compiler *c, struct pattern *p, const struct ast *node)
{
	struct ast_place before = c->b->place;

	if (c->failed)
		return;
	c->b->place = node->place;
	switch (node->kind) {
	case AST_MATCH_VALUE:
		compile_value(c, p, node);
		break;
	case AST_MATCH_SINGLETON:
		compile_singleton(c, p, node);
		break;
	case AST_MATCH_SEQUENCE:
		compile_sequence(c, p, node);
		break;
	case AST_MATCH_MAPPING:
		compile_mapping(c, p, node);
		break;
	case AST_MATCH_CLASS:
		compile_class_pattern(c, p, node);
		break;
	case AST_MATCH_STAR:
		store_name(c, p, node, node->match_star.name);
		break;
	case AST_MATCH_AS:
		compile_as(c, p, node);
		break;
	case AST_MATCH_OR:
		compile_or(c, p, node);
		break;
	default:
		fail_refuse(c, node, "not a pattern");
	}
	c->b->place = before;
}

/* ---- the statement */

/* [(subject) subject ->]; KEEP: the subject below is still needed for others. */
static void compile_case(struct compiler *c, const struct ast *node, bool keep,
	bool is_last, label_id end)
{
	const struct ast *guard = node->match_case.guard;
	struct pattern p = {.irrefutable = guard || is_last};

	emit_line(c, node->match_case.pattern);
	c->b->place = node->match_case.pattern->place;
	if (keep)
		emit(c, OP_COPY, 1);
	compile_pattern(c, &p, node->match_case.pattern);
	for (uint32_t i = 0; i < p.stores.count; i++)
		compile_name(c, ((const char **)p.stores.items)[i], AST_STORE);
	if (guard)
		compile_jump_if(c, guard, fail_label(c, &p, 0), false);
	if (keep)
		emit(c, OP_POP, 0);
	compile_body(c, &node->match_case.body);
	emit_jump(c, OP_JUMP, end);
	emit_fails(c, &p);
	free_pattern(&p);
}

void compile_match(struct compiler *c, const struct ast *node)
{
	const struct ast_list *cases = &node->match.cases;
	const struct ast *last = cases->items[cases->count - 1];
	bool has_default = is_wildcard(last->match_case.pattern) && cases->count > 1;
	uint32_t count = cases->count - has_default;
	label_id end = new_label(c);

	compile_expression(c, node->match.subject);
	for (uint32_t i = 0; i < count; i++)
		compile_case(
			c, cases->items[i], i + 1 < count, i + 1 == cases->count, end);
	if (has_default) {
		emit_line(c, last->match_case.pattern);
		if (last->match_case.guard)
			compile_jump_if(c, last->match_case.guard, end, false);
		compile_body(c, &last->match_case.body);
	}
	bind(c, end);
}
