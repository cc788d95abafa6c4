#include "gc_model.h"

#include <assert.h>
#include <string.h>

enum {
	STATE_NONE,
	STATE_SET,
	STATE_ASIDE,
	STATE_REACHED
};

static void die(struct model *m, int i);

static void append(struct model_list *l, int i)
{
	l->node[l->count++] = i;
}

static bool take_out(struct model_list *l, int i)
{
	for (int k = 0; k < l->count; k++) {
		if (l->node[k] != i)
			continue;
		memmove(&l->node[k], &l->node[k + 1],
			(size_t)(l->count - k - 1) * sizeof(int));
		l->count--;
		return true;
	}
	return false;
}

static void join(struct model_list *to, struct model_list *from)
{
	for (int k = 0; k < from->count; k++)
		append(to, from->node[k]);
	from->count = 0;
}

void model_init(struct model *m, const struct dialect *d)
{
	memset(m, 0, sizeof(*m));
	m->dialect = d;
}

static bool may_be_tracked(const struct model *m, int i)
{
	if (i == MODEL_ATOM)
		return false;
	return m->node[i].kind != MODEL_TUPLE || m->node[i].tracked;
}

static bool holds_container(const struct model *m, const struct model_node *n)
{
	for (int k = 0; k < n->kid_count; k++) {
		if (may_be_tracked(m, n->kids[k]))
			return true;
	}
	return false;
}

static void track(struct model *m, int i)
{
	m->node[i].tracked = true;
	append(&m->list[0], i);
}

static void untrack(struct model *m, int i)
{
	m->node[i].tracked = false;
	for (int g = 0; g < 3; g++)
		take_out(&m->list[g], i);
	take_out(&m->trash, i);
	take_out(&m->finalizers, i);
}

int model_new(struct model *m, enum model_kind kind, const int *kids, int count)
{
	int i = m->nodes++;
	struct model_node *n = &m->node[i];

	n->kind = kind;
	n->alive = true;
	n->rc = 1;
	for (int k = 0; k < count; k++) {
		n->kids[n->kid_count++] = kids[k];
		if (kids[k] != MODEL_ATOM)
			m->node[kids[k]].rc++;
	}
	if (kind == MODEL_DICT && m->dialect->dict_lazy)
		return i;
	if (kind == MODEL_TUPLE && m->dialect->tuple_lazy && !holds_container(m, n))
		return i;
	track(m, i);
	return i;
}

void model_link(struct model *m, int from, int to)
{
	struct model_node *n = &m->node[from];

	n->kids[n->kid_count++] = to;
	if (to != MODEL_ATOM)
		m->node[to].rc++;
	if (n->kind == MODEL_DICT && !n->tracked && may_be_tracked(m, to))
		track(m, from);
}

void model_drop(struct model *m, int i)
{
	if (i != MODEL_ATOM && --m->node[i].rc == 0)
		die(m, i);
}

/* Reference K in the order of traversal; deaths go the same way. */
static int kid(const struct model_node *n, int k)
{
	return n->kind == MODEL_DICT ? n->kids[k] : n->kids[n->kid_count - 1 - k];
}

static void drop_kids(struct model *m, int i)
{
	struct model_node copy = m->node[i];

	m->node[i].kid_count = 0;
	for (int k = 0; k < copy.kid_count; k++)
		model_drop(m, kid(&copy, k));
}

static void call_del(struct model *m, int i)
{
	struct model_node *n = &m->node[i];

	m->called[m->calls++] = i;
	n->finalized = m->dialect->del_once;
	if (!n->resurrects)
		return;
	n->resurrects = false;
	n->rc++;
}

static void die(struct model *m, int i)
{
	struct model_node *n = &m->node[i];

	untrack(m, i);
	if (n->has_del && !n->finalized) {
		n->rc = 1;
		track(m, i);
		call_del(m, i);
		if (--n->rc > 0)
			return;
		untrack(m, i);
	}
	n->rc = -1000;
	drop_kids(m, i);
	n->alive = false;
}

/* move_unreachable over LIST: what stays stays in it, the rest goes to ASIDE. */
static void find_unreachable(struct model *m, struct model_list *list,
	struct model_list *aside, bool untrack_tuples)
{
	for (int k = 0; k < list->count; k++) {
		m->node[list->node[k]].refs = m->node[list->node[k]].rc;
		m->node[list->node[k]].state = STATE_SET;
	}
	for (int k = 0; k < list->count; k++) {
		const struct model_node *n = &m->node[list->node[k]];

		for (int j = 0; j < n->kid_count; j++) {
			if (n->kids[j] != MODEL_ATOM &&
				m->node[n->kids[j]].state == STATE_SET)
				m->node[n->kids[j]].refs--;
		}
	}
	for (int at = 0; at < list->count;) {
		int i = list->node[at];
		struct model_node *n = &m->node[i];

		assert(n->refs >= 0);
		if (!n->refs) {
			n->state = STATE_ASIDE;
			take_out(list, i);
			append(aside, i);
			continue;
		}
		n->state = STATE_REACHED;
		for (int j = 0; j < n->kid_count; j++) {
			int to = kid(n, j);

			if (to == MODEL_ATOM)
				continue;
			if (m->node[to].state == STATE_ASIDE) {
				take_out(aside, to);
				append(list, to);
				m->node[to].refs = 1;
				m->node[to].state = STATE_SET;
			} else if (m->node[to].state == STATE_SET &&
				!m->node[to].refs) {
				m->node[to].refs = 1;
			}
		}
		if (untrack_tuples && n->kind == MODEL_TUPLE &&
			!holds_container(m, n)) {
			take_out(list, i);
			n->tracked = false;
			continue;
		}
		at++;
	}
	for (int i = 0; i < m->nodes; i++)
		m->node[i].state = STATE_NONE;
}

static void untrack_kind(struct model *m, struct model_list *list, enum model_kind kind)
{
	struct model_list copy = *list;

	for (int k = 0; k < copy.count; k++) {
		struct model_node *n = &m->node[copy.node[k]];

		if (n->kind != kind || holds_container(m, n))
			continue;
		take_out(list, copy.node[k]);
		n->tracked = false;
	}
}

/* 2.7: what has a __del__, and all that it leads to, is set apart. */
static void set_finalizers_apart(struct model *m)
{
	struct model_list trash = m->trash;

	for (int k = 0; k < trash.count; k++) {
		if (!m->node[trash.node[k]].has_del)
			continue;
		take_out(&m->trash, trash.node[k]);
		append(&m->finalizers, trash.node[k]);
	}
	for (int k = 0; k < m->finalizers.count; k++) {
		struct model_node *n = &m->node[m->finalizers.node[k]];

		for (int j = 0; j < n->kid_count; j++) {
			int to = kid(n, j);

			if (to != MODEL_ATOM && take_out(&m->trash, to))
				append(&m->finalizers, to);
		}
	}
}

static void finalize(struct model *m)
{
	struct model_list trash = m->trash;

	for (int k = 0; k < trash.count; k++) {
		struct model_node *n = &m->node[trash.node[k]];

		if (n->has_del && !n->finalized)
			call_del(m, trash.node[k]);
	}
}

/* What lives again goes to OLD; returns how many are trash for good. */
static int separate(struct model *m, struct model_list *old)
{
	struct model_list again = m->trash;
	struct model_list trash = {{0}, 0};
	int before = m->trash.count;

	find_unreachable(m, &again, &trash, false);
	if (m->dialect->all_or_nothing && again.count) {
		join(old, &m->trash);
		return m->dialect->count_before ? before : 0;
	}
	m->trash = trash;
	join(old, &again);
	return m->trash.count;
}

static void clear_trash(struct model *m, struct model_list *old)
{
	while (m->trash.count) {
		int i = m->trash.node[0];

		if (m->node[i].kind != MODEL_TUPLE) {
			m->node[i].rc++;
			drop_kids(m, i);
			model_drop(m, i);
		}
		if (m->trash.count && m->trash.node[0] == i) {
			take_out(&m->trash, i);
			append(old, i);
		}
	}
}

static int finalizers_to_garbage(struct model *m, struct model_list *old)
{
	int n = m->finalizers.count;

	for (int k = 0; k < n; k++)
		m->node[m->finalizers.node[k]].rc +=
			m->node[m->finalizers.node[k]].has_del;
	join(old, &m->finalizers);
	return n;
}

int model_collect(struct model *m, int generation)
{
	const struct dialect *d = m->dialect;
	struct model_list *young = &m->list[generation];
	struct model_list *old = &m->list[generation < 2 ? generation + 1 : 2];
	int found;

	for (int g = 0; g < generation; g++)
		join(young, &m->list[g]);
	find_unreachable(m, young, &m->trash, d->untrack_in_walk);
	if (!d->untrack_in_walk)
		untrack_kind(m, young, MODEL_TUPLE);
	if (generation == 2 && d->untrack_dicts)
		untrack_kind(m, young, MODEL_DICT);
	if (generation < 2)
		join(old, young);
	if (d->legacy_finalizers) {
		set_finalizers_apart(m);
		found = m->trash.count;
	} else {
		finalize(m);
		found = separate(m, old);
	}
	clear_trash(m, old);
	return found + finalizers_to_garbage(m, old);
}
