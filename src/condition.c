#include "condition.h"

#include <stdlib.h>
#include <string.h>

#include "condition_part.h"
#include "dict.h"
#include "i18n.h"
#include "strbuf.h"
#include "text.h"
#include "xalloc.h"

/* What a condition's value is in a state. */

static const struct condition_value nothing = {VALUE_NOTHING, 0, NULL};

static struct condition_value number(int64_t n)
{
	return (struct condition_value){VALUE_NUMBER, n, NULL};
}

/* The words: what a query must be made for is counted. */

/* Takes what a dying object leads to out of the unreachable ones. */
static uint32_t take_out(
	const struct query *q, uint8_t *garbage, obj_id *work, obj_id o)
{
	uint32_t taken = 0, count = 0;

	work[count++] = o;
	while (count > 0) {
		obj_id from = work[--count];

		for (uint32_t i = 0; i < obj_slots(q->w, from); i++) {
			obj_id to = obj_slot(q->w, from, i);

			if (to && garbage[to]) {
				garbage[to] = 0;
				taken++;
				work[count++] = to;
			}
		}
	}
	return taken;
}

static bool is_unreachable(const struct query *q, obj_id o)
{
	return obj_kind(q->w, o) != KIND_NONE && obj_is_gc(q->w, o) &&
		!obj_immortal(q->w, o) &&
		!(q->marks[o] & (QUERY_REACHABLE | QUERY_GARBAGE));
}

static bool is_dying(const struct query *q, obj_id o)
{
	return obj_kind(q->w, o) != KIND_NONE &&
		(obj_rc(q->w, o) == 0 || obj_flag(q->w, o, OBJECT_DYING));
}

/* What cannot be reached, without what reference counting is about to free. */
static uint32_t count_garbage(const struct query *q)
{
	uint8_t *garbage = xcalloc(q->slots + 1, sizeof(*garbage));
	obj_id *work = xcalloc(q->slots + 1, sizeof(*work));
	uint32_t n = 0;

	for (obj_id o = OBJ_FIRST_FREE; o < q->slots; o++) {
		garbage[o] = is_unreachable(q, o) && !is_dying(q, o);
		n += garbage[o];
	}
	for (obj_id o = OBJ_FIRST_FREE; n > 0 && o < q->slots; o++) {
		if (is_dying(q, o))
			n -= take_out(q, garbage, work, o);
	}
	free(garbage);
	free(work);
	return n;
}

/* What a question is asked about. */
struct asked {
	const struct condition_state *s;
	struct query *q; /* NULL: not asked for */
	obj_id o;        /* 0: the object is gone */
};

static struct condition_value ask_garbage(const struct asked *a)
{
	return number(count_garbage(a->q));
}

static struct condition_value ask_uncollectable(const struct asked *a)
{
	obj_id garbage = reg(a->s->w, REG_GARBAGE);

	return number(garbage ? obj_n(a->s->w, garbage) : 0);
}

static struct condition_value ask_line(const struct asked *a)
{
	return number(reg(a->s->w, REG_LINE));
}

static struct condition_value ask_depth(const struct asked *a)
{
	return number(reg(a->s->w, REG_DEPTH));
}

static struct condition_value ask_step(const struct asked *a)
{
	return number((int64_t)a->s->step);
}

static struct condition_value ask_refcount(const struct asked *a)
{
	if (a->o && obj_immortal(a->s->w, a->o))
		return nothing;
	return number(a->o ? obj_rc(a->s->w, a->o) : 0);
}

static struct condition_value ask_gc_refs(const struct asked *a)
{
	const uint32_t flags =
		GC_FLAG_COLLECTING | GC_FLAG_REACHED | GC_FLAG_UNREACHABLE;

	if (!a->o || !gc_flag(a->s->w, a->o, flags))
		return nothing;
	return number(gc_refs(a->s->w, a->o));
}

/* The generation it belongs to; in the lists of a collection the one that is
 * collected; -1: none. */
static struct condition_value ask_gen(const struct asked *a)
{
	const struct world *w = a->s->w;

	if (!a->o || !obj_tracked(w, a->o))
		return number(-1);
	for (obj_id o = gc_next(w, a->o); o != a->o; o = gc_next(w, o)) {
		if (o >= GC_GENERATION_0 && o <= GC_GENERATION_2)
			return number((int64_t)o - GC_GENERATION_0);
		if (o == GC_PERMANENT)
			break;
		if (o < GC_LISTS_END)
			return number(gc_state(w).generation);
	}
	return number(-1);
}

static struct condition_value ask_len(const struct asked *a)
{
	return a->o ? number(obj_n(a->s->w, a->o)) : nothing;
}

static struct condition_value ask_state(const struct asked *a)
{
	enum object_state state = a->o ? query_state(a->q, a->o) : STATE_FREED;

	return (struct condition_value){VALUE_TEXT, 0, state_word(state)};
}

static struct condition_value ask_collected(const struct asked *a)
{
	return number(!a->o);
}

static struct condition_value ask_tracked(const struct asked *a)
{
	return number(a->o && obj_tracked(a->s->w, a->o));
}

static struct condition_value ask_finalized(const struct asked *a)
{
	return number(a->o && obj_flag(a->s->w, a->o, OBJECT_FINALIZED));
}

static struct condition_value ask_reachable(const struct asked *a)
{
	return number(a->o && a->q->marks[a->o] & QUERY_REACHABLE);
}

struct question {
	const char *name;
	struct condition_value (*ask)(const struct asked *a);
	bool about_object;
	bool heap;
};

static const struct question questions[] = {
	{"garbage", ask_garbage, false, true},
	{"uncollectable", ask_uncollectable, false, false},
	{"line", ask_line, false, false},
	{"depth", ask_depth, false, false},
	{"step", ask_step, false, false},
	{"refcount", ask_refcount, true, false},
	{"gc_refs", ask_gc_refs, true, false},
	{"gen", ask_gen, true, false},
	{"len", ask_len, true, false},
	{"state", ask_state, true, true},
	{"collected", ask_collected, true, false},
	{"tracked", ask_tracked, true, false},
	{"finalized", ask_finalized, true, false},
	{"reachable", ask_reachable, true, true},
};

enum {
	QUESTIONS = sizeof(questions) / sizeof(questions[0])
};

int condition_question(const char *name, size_t length, bool about_object)
{
	for (int i = 0; i < QUESTIONS; i++) {
		if (questions[i].about_object == about_object &&
			strncmp(questions[i].name, name, length) == 0 &&
			!questions[i].name[length])
			return i;
	}
	return -1;
}

const char *condition_word(int i)
{
	return i < QUESTIONS ? questions[i].name : NULL;
}

/* Names. */

static obj_id find_in_dict(const struct world *w, obj_id dict, const char *name)
{
	uint32_t n = dict && obj_kind(w, dict) == KIND_DICT ? dict_entries(w, dict) : 0;

	for (uint32_t i = 0; i < n; i++) {
		obj_id key = dict_entry_key(w, dict, i);

		if (key && is_text(w, key) && text_is(w, key, name))
			return dict_entry_value(w, dict, i);
	}
	return 0;
}

static const char *slot_name(const struct code *c, uint32_t i)
{
	return i < c->local_count ? c->local_names[i]
				  : c->cell_names[i - c->local_count];
}

static obj_id find_in_slots(const struct world *w, uint32_t f, const char *name)
{
	obj_id code = word(w, frame_slot(f, PY_CODE));
	const struct code *c = code ? code_of(w, code) : NULL;

	uint32_t named = c ? c->local_count + c->cell_count + c->free_count : 0;

	for (uint32_t i = 0; i < named; i++) {
		obj_id o = word(w, frame_slot(f, PY_FIRST + i));

		if (strcmp(slot_name(c, i), name) != 0)
			continue;
		return o && obj_kind(w, o) == KIND_CELL ? obj_field(w, o, CELL_CONTENT)
							: o;
	}
	return 0;
}

static obj_id find_name(const struct world *w, const char *name)
{
	uint32_t f = reg(w, REG_TOP);
	obj_id found;

	while (f && frame_kind(w, f) != FRAME_PYTHON)
		f = word(w, f + FRAME_LINK);
	if (f && (found = find_in_slots(w, f, name)))
		return found;
	if (f && (found = find_in_dict(w, word(w, frame_slot(f, PY_NAMES)), name)))
		return found;
	return find_in_dict(w, reg(w, REG_MAIN), name);
}

/* Parts: attributes, items, keys. */

static obj_id attribute_dict(const struct world *w, obj_id o)
{
	if (obj_kind(w, o) == KIND_OLD_INSTANCE)
		return obj_field(w, o, OLD_INSTANCE_DICT);
	if (obj_kind(w, o) == KIND_TYPE)
		return obj_field(w, o, TYPE_DICT);
	if (obj_kind(w, o) == KIND_MODULE)
		return obj_field(w, o, MODULE_DICT);
	return obj_attrs(w, o) ? word(w, obj_attrs(w, o) + ATTRS_DICT) : 0;
}

static bool is_part(const struct world *w, const struct slot *s, const struct part *p)
{
	switch (p->kind) {
	case PART_ATTRIBUTE:
		return s->place == PLACE_ATTRIBUTE && text_is(w, s->name, p->text);
	case PART_INDEX:
		return s->place == PLACE_INDEX && s->index == (uint32_t)p->index;
	default:
		return s->place == PLACE_KEY && s->name && is_text(w, s->name) &&
			text_is(w, s->name, p->text);
	}
}

static obj_id find_part(const struct world *w, obj_id o, const struct part *p)
{
	uint32_t slots = obj_slots(w, o);

	for (uint32_t i = 0; i < slots; i++) {
		struct slot s = obj_slot_info(w, o, i);

		if (s.target && is_part(w, &s, p))
			return s.target;
	}
	return p->kind == PART_ATTRIBUTE
		? find_in_dict(w, attribute_dict(w, o), p->text)
		: 0;
}

static bool lives(const struct world *w, const struct node *n)
{
	return n->slot && n->slot < reg(w, REG_SLOTS) &&
		obj_kind(w, n->slot) != KIND_NONE &&
		obj_serial(w, n->slot) == n->serial;
}

static obj_id by_number(const struct condition_state *s, int64_t n)
{
	int64_t serial = (int64_t)s->first_serial + (n > 0 ? n - 1 : n);

	return serial > 0 && serial < (int64_t)reg(s->w, REG_SERIAL)
		? obj_by_serial(s->w, (uint32_t)serial)
		: 0;
}

/* The object that a node means now; remembers it.  False: it was never seen, or is
 * not there yet. */
static bool find_object(struct node *n, const struct condition_state *s, obj_id *o)
{
	bool known = n->serial != 0 && n->serial < reg(s->w, REG_SERIAL);

	*o = 0;
	if (*n->text)
		*o = find_name(s->w, n->text);
	else if (!known)
		*o = by_number(s, n->number);
	for (uint32_t i = 0; *o && i < n->part_count; i++)
		*o = find_part(s->w, *o, &n->parts[i]);
	if (*o) {
		n->slot = *o;
		n->serial = obj_serial(s->w, *o);
	} else if (lives(s->w, n)) {
		*o = n->slot;
	}
	return *o || known;
}

/* Values. */

static struct condition_value value_of(
	struct condition *c, int i, const struct condition_state *s, struct query *q);

static int64_t order(const struct condition_value *a, const struct condition_value *b)
{
	if (a->kind == VALUE_TEXT)
		return strcmp(a->text, b->text);
	return a->number < b->number ? -1 : a->number > b->number;
}

static bool compares(enum sign op, int64_t order)
{
	switch (op) {
	case SIGN_EQUAL:
		return order == 0;
	case SIGN_NOT_EQUAL:
		return order != 0;
	case SIGN_LESS:
		return order < 0;
	case SIGN_LESS_EQUAL:
		return order <= 0;
	case SIGN_GREATER:
		return order > 0;
	default:
		return order >= 0;
	}
}

/* What has no value compares with nothing. */
static struct condition_value binary(struct condition *c, const struct node *n,
	const struct condition_state *s, struct query *q)
{
	struct condition_value a = value_of(c, n->left, s, q);
	struct condition_value b = value_of(c, n->right, s, q);

	if (a.kind != b.kind || a.kind == VALUE_NOTHING)
		return n->sign == SIGN_NOT_EQUAL ? number(a.kind != b.kind) : number(0);
	if (n->sign == SIGN_PLUS)
		return number((int64_t)((uint64_t)a.number + (uint64_t)b.number));
	if (n->sign == SIGN_MINUS)
		return number((int64_t)((uint64_t)a.number - (uint64_t)b.number));
	return number(compares(n->sign, order(&a, &b)));
}

static struct condition_value logical(struct condition *c, const struct node *n,
	const struct condition_state *s, struct query *q)
{
	struct condition_value left = value_of(c, n->left, s, q), right;
	bool a = value_is_true(&left);

	if (n->sign == SIGN_NOT)
		return number(!a);
	/* Both are asked: each has objects to remember. */
	right = value_of(c, n->right, s, q);
	return number(n->sign == SIGN_AND ? a && value_is_true(&right)
					  : a || value_is_true(&right));
}

static struct condition_value ask(struct condition *c, const struct node *n,
	const struct condition_state *s, struct query *q)
{
	const struct question *question = &questions[n->number];
	struct asked asked = {s, q, 0};

	if (question->about_object && !find_object(&c->nodes[n->left], s, &asked.o))
		return nothing;
	return question->ask(&asked);
}

static struct condition_value value_of(
	struct condition *c, int i, const struct condition_state *s, struct query *q)
{
	struct node *n = &c->nodes[i];
	obj_id o;

	switch (n->kind) {
	case NODE_NUMBER:
		return number(n->number);
	case NODE_TEXT:
		return (struct condition_value){VALUE_TEXT, 0, n->text};
	case NODE_OBJECT:
		if (!find_object(n, s, &o))
			return nothing;
		return (struct condition_value){VALUE_OBJECT, n->serial, NULL};
	case NODE_QUESTION:
		return ask(c, n, s, q);
	case NODE_LOGICAL:
		return logical(c, n, s, q);
	default:
		return binary(c, n, s, q);
	}
}

struct condition_value condition_value(
	struct condition *c, const struct condition_state *s)
{
	struct query q;
	struct condition_value value;

	if (!condition_asks_heap(c))
		return value_of(c, c->root, s, NULL);
	query_init(&q, s->w, s->first_serial);
	value = value_of(c, c->root, s, &q);
	query_free(&q);
	return value;
}

bool condition_is_object(const struct condition *c)
{
	return c->nodes[c->root].kind == NODE_OBJECT;
}

bool condition_asks_heap(const struct condition *c)
{
	for (int i = 0; i < c->count; i++) {
		if (c->nodes[i].kind == NODE_QUESTION &&
			questions[c->nodes[i].number].heap)
			return true;
	}
	return false;
}

bool value_is_true(const struct condition_value *v)
{
	return v->kind == VALUE_TEXT ? *v->text != '\0' : v->number != 0;
}

bool value_is_same(const struct condition_value *a, const struct condition_value *b)
{
	return a->kind == b->kind && (a->kind == VALUE_NOTHING || order(a, b) == 0);
}

void value_text(const struct condition_value *v, const struct condition_state *s,
	struct strbuf *out)
{
	struct query numbering = {.w = s->w, .first_serial = s->first_serial};

	switch (v->kind) {
	case VALUE_NUMBER:
		strbuf_printf(out, "%lld", (long long)v->number);
		break;
	case VALUE_TEXT:
		strbuf_printf(out, "'%s'", v->text);
		break;
	case VALUE_OBJECT:
		strbuf_printf(out, "#%lld",
			(long long)query_number(&numbering, (uint32_t)v->number));
		break;
	default:
		strbuf_puts(out, _("nothing"));
		break;
	}
}

void condition_forget(struct condition *c)
{
	for (int i = 0; i < c->count; i++)
		c->nodes[i].serial = c->nodes[i].slot = 0;
}
