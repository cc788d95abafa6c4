#include "query_diff.h"

#include <stdlib.h>
#include <string.h>

#include "i18n.h"
#include "strbuf.h"
#include "text.h"
#include "xalloc.h"

/* Two snapshots, compared. */

struct snap_object {
	uint32_t serial;
	obj_id object;
	uint32_t rc;
	uint8_t list, state;
};

/* Where a reference is, in a form that means the same at both steps. */
enum {
	KEY_WORDS = 6
};

struct snap_reference {
	uint32_t key[KEY_WORDS];
	uint32_t target; /* serial */
	struct reference reference;
};

struct snapshot {
	struct snap_object *objects;
	struct snap_reference *references;
	uint32_t object_count, reference_count, reference_capacity;
	uint32_t serial; /* of the next object */
	int line;
};

static bool is_own(const struct query *q, obj_id o)
{
	return o >= OBJ_FIRST_FREE && obj_kind(q->w, o) != KIND_NONE &&
		obj_serial(q->w, o) >= q->first_serial && !obj_immortal(q->w, o);
}

/* Parts of classes, functions and modules are not objects of their own here. */
static bool is_hidden_part(const struct query *q, obj_id o)
{
	switch (obj_kind(q->w, o)) {
	case KIND_CODE:
	case KIND_DESCRIPTOR:
		return true;
	default:
		break;
	}
	switch (q->owner[o] ? obj_kind(q->w, q->owner[o]) : KIND_NONE) {
	case KIND_TYPE:
	case KIND_OLD_CLASS:
	case KIND_FUNCTION:
	case KIND_MODULE:
		return true;
	default:
		return false;
	}
}

static bool is_shown_object(const struct query *q, obj_id o)
{
	return is_own(q, o) && !(q->marks[o] & QUERY_ATOM) && !is_hidden_part(q, o);
}

/* "__name__" and the like. */
static bool is_special_name(const struct query *q, obj_id name)
{
	return name && obj_kind(q->w, name) != KIND_NONE &&
		(obj_kind(q->w, name) == KIND_STR ||
			obj_kind(q->w, name) == KIND_BYTES) &&
		obj_n(q->w, name) > 2 && memcmp(text_bytes(q->w, name), "__", 2) == 0;
}

static bool is_frame_value(const struct query *q, const struct reference *r)
{
	return r->index >= PY_FIRST || frame_kind(q->w, r->frame) != FRAME_PYTHON;
}

static bool is_shown_holder(const struct query *q, obj_id o)
{
	if (o == reg(q->w, REG_MAIN) || o == reg(q->w, REG_GARBAGE))
		return true;
	return is_own(q, o) && !(q->marks[o] & QUERY_ATOM) &&
		obj_kind(q->w, o) != KIND_CODE && obj_kind(q->w, o) != KIND_DESCRIPTOR;
}

/* Keys of dicts and classes of instances are not worth a line; plain values are
 * where the program names them. */
static bool is_shown_in_object(const struct query *q, const struct reference *r)
{
	bool is_key =
		r->slot.place == PLACE_FIELD && obj_kind(q->w, r->object) == KIND_DICT;

	if (!is_shown_holder(q, r->object) || is_key || r->slot.place == PLACE_CLASS)
		return false;
	if (is_shown_object(q, r->target))
		return true;
	if (is_hidden_part(q, r->object) || r->slot.place == PLACE_FIELD)
		return r->object == reg(q->w, REG_MAIN) &&
			!is_special_name(q, r->slot.name);
	return true;
}

static bool is_shown_reference(const struct query *q, const struct reference *r)
{
	switch (r->holder) {
	case HOLDER_REGISTER:
		return (r->index == REG_EXCEPTION || r->index == REG_HANDLED) &&
			is_shown_object(q, r->target);
	case HOLDER_FRAME:
		return is_frame_value(q, r) && is_shown_object(q, r->target);
	default:
		return is_shown_in_object(q, r);
	}
}

static uint32_t code_serial(const struct world *w, uint32_t frame)
{
	return frame_kind(w, frame) == FRAME_PYTHON
		? obj_serial(w, word(w, frame_slot(frame, PY_CODE)))
		: 0;
}

/* An entry's place in its table is of no concern, only its key. */
static void make_key(
	const struct query *q, const struct reference *r, uint32_t key[KEY_WORDS])
{
	const struct world *w = q->w;

	memset(key, 0, KEY_WORDS * sizeof(*key));
	key[0] = r->holder;
	if (r->holder == HOLDER_REGISTER) {
		key[1] = r->index;
	} else if (r->holder == HOLDER_FRAME) {
		key[1] = r->frame;
		key[2] = code_serial(w, r->frame);
		key[3] = r->index;
	} else {
		bool by_target = obj_kind(w, r->object) == KIND_SET ||
			(r->slot.place == PLACE_FIELD &&
				obj_kind(w, r->object) == KIND_DICT);
		bool by_name = r->slot.name && r->slot.place != PLACE_INDEX;

		key[1] = obj_serial(w, r->object);
		key[2] = r->slot.place;
		key[3] = by_target || by_name ? 0 : r->slot.index;
		key[4] = by_name ? obj_serial(w, r->slot.name) : 0;
		key[5] = by_target ? obj_serial(w, r->target) : 0;
	}
}

static int compare_keys(const void *a, const void *b)
{
	const struct snap_reference *x = a, *y = b;

	for (int i = 0; i < KEY_WORDS; i++) {
		if (x->key[i] != y->key[i])
			return x->key[i] < y->key[i] ? -1 : 1;
	}
	return 0;
}

static int compare_objects(const void *a, const void *b)
{
	const struct snap_object *x = a, *y = b;

	return x->serial < y->serial ? -1 : x->serial > y->serial;
}

static void take_references(struct snapshot *s, const struct query *q)
{
	struct reference_cursor c = {0};
	struct reference r;

	while (query_reference(q->w, &c, &r)) {
		struct snap_reference *at;

		if (!is_shown_reference(q, &r))
			continue;
		if (s->reference_count == s->reference_capacity) {
			s->reference_capacity =
				s->reference_capacity ? 2 * s->reference_capacity : 64;
			s->references = xreallocarray(s->references,
				s->reference_capacity, sizeof(*s->references));
		}
		at = &s->references[s->reference_count++];
		make_key(q, &r, at->key);
		at->target = obj_serial(q->w, r.target);
		at->reference = r;
	}
	if (s->reference_count)
		qsort(s->references, s->reference_count, sizeof(*s->references),
			compare_keys);
}

static void take(struct snapshot *s, const struct query *q)
{
	*s = (struct snapshot){.serial = reg(q->w, REG_SERIAL)};
	s->line = reg(q->w, REG_DEPTH) ? (int)reg(q->w, REG_LINE) : 0;
	s->objects = xcalloc(q->slots + 1, sizeof(*s->objects));
	for (obj_id o = OBJ_FIRST_FREE; o < q->slots; o++) {
		if (!is_shown_object(q, o))
			continue;
		s->objects[s->object_count++] =
			(struct snap_object){obj_serial(q->w, o), o, obj_rc(q->w, o),
				q->list[o], (uint8_t)query_state(q, o)};
	}
	qsort(s->objects, s->object_count, sizeof(*s->objects), compare_objects);
	take_references(s, q);
}

static void drop(struct snapshot *s)
{
	free(s->objects);
	free(s->references);
}

/* The comparison notes what is different; the texts come when the machine is at
 * the step they speak of. */

struct note {
	enum diff_kind kind;
	uint32_t serial;
	const struct snap_object *was_object, *now_object;
	const struct snap_reference *was, *now;
};

struct notes {
	struct note *at;
	uint32_t count, capacity;
};

static void note(struct notes *n, struct note what)
{
	if (n->count == n->capacity) {
		n->capacity = n->capacity ? 2 * n->capacity : 64;
		n->at = xreallocarray(n->at, n->capacity, sizeof(*n->at));
	}
	n->at[n->count++] = what;
}

static void compare_object(struct notes *n, const struct snap_object *was,
	const struct snap_object *now, enum diff_kind kind)
{
	bool differs = kind == DIFF_COUNT ? was->rc != now->rc
		: kind == DIFF_STATE      ? was->state != now->state
					  : was->list != now->list;

	if (differs)
		note(n, (struct note){kind, now->serial, was, now, NULL, NULL});
}

/* Walks both, sorted by serial. */
static void compare_all_objects(struct notes *n, const struct snapshot *a,
	const struct snapshot *b, enum diff_kind kind)
{
	uint32_t i = 0, k = 0;

	while (i < a->object_count || k < b->object_count) {
		const struct snap_object *was = &a->objects[i], *now = &b->objects[k];
		bool only_was = k == b->object_count ||
			(i < a->object_count && was->serial < now->serial);
		bool only_now = i == a->object_count ||
			(k < b->object_count && now->serial < was->serial);

		if (only_was && kind == DIFF_FREED)
			note(n,
				(struct note){
					kind, was->serial, was, NULL, NULL, NULL});
		if (only_now && kind == DIFF_MADE)
			note(n,
				(struct note){
					kind, now->serial, NULL, now, NULL, NULL});
		if (!only_was && !only_now && kind >= DIFF_COUNT)
			compare_object(n, was, now, kind);
		i += !only_now;
		k += !only_was;
	}
}

static void compare_references(
	struct notes *n, const struct snapshot *a, const struct snapshot *b)
{
	uint32_t i = 0, k = 0;

	while (i < a->reference_count || k < b->reference_count) {
		const struct snap_reference *was = &a->references[i];
		const struct snap_reference *now = &b->references[k];
		int order = i == a->reference_count ? 1
			: k == b->reference_count   ? -1
						    : compare_keys(was, now);

		if (order != 0 || was->target != now->target)
			note(n,
				(struct note){DIFF_REFERENCE,
					order < 0 ? was->target : now->target, NULL,
					NULL, order <= 0 ? was : NULL,
					order >= 0 ? now : NULL});
		i += order <= 0;
		k += order >= 0;
	}
}

static void compare(struct notes *n, const struct snapshot *a, const struct snapshot *b)
{
	compare_all_objects(n, a, b, DIFF_MADE);
	compare_all_objects(n, a, b, DIFF_FREED);
	compare_references(n, a, b);
	compare_all_objects(n, a, b, DIFF_COUNT);
	compare_all_objects(n, a, b, DIFF_STATE);
	compare_all_objects(n, a, b, DIFF_LIST);
}

/* Texts. */

static char *name_of(const struct query *q, obj_id o)
{
	struct strbuf text = STRBUF_INIT;

	query_name(q, o, &text);
	return strbuf_take(&text);
}

static char *titled(const struct query *q, obj_id o)
{
	struct strbuf text = STRBUF_INIT;

	query_name(q, o, &text);
	strbuf_puts(&text, "  ");
	query_value(q, o, 60, &text);
	while (text.length > 0 && text.text[text.length - 1] == ' ')
		text.text[--text.length] = '\0';
	return strbuf_take(&text);
}

static char *place_of(const struct query *q, const struct reference *r)
{
	struct strbuf text = STRBUF_INIT;

	query_place(q, r, &text);
	return strbuf_take(&text);
}

static char *list_text(uint8_t list)
{
	return xstrdup(
		list ? query_list_name((enum gc_list)list) : _("in none of the lists"));
}

static char *count_text(uint32_t rc)
{
	struct strbuf text = STRBUF_INIT;

	strbuf_printf(&text, "%u", rc);
	return strbuf_take(&text);
}

/* One side of a change. */
static char *side(
	const struct query *q, const struct note *n, const struct snap_object *o)
{
	switch (n->kind) {
	case DIFF_COUNT:
		return count_text(o->rc);
	case DIFF_STATE:
		return xstrdup(state_word((enum object_state)o->state));
	case DIFF_LIST:
		return list_text(o->list);
	default:
		return o ? titled(q, o->object) : NULL;
	}
}

static void write_now(struct diff_entry *e, const struct note *n, const struct query *q)
{
	if (n->now) {
		e->subject = place_of(q, &n->now->reference);
		e->now = name_of(q, n->now->reference.target);
	} else if (n->now_object) {
		e->subject = name_of(q, n->now_object->object);
		e->now = side(q, n, n->now_object);
	}
}

static void write_was(struct diff_entry *e, const struct note *n, const struct query *q)
{
	if (n->was) {
		if (!e->subject)
			e->subject = place_of(q, &n->was->reference);
		e->was = name_of(q, n->was->reference.target);
	} else if (n->was_object) {
		if (!e->subject)
			e->subject = name_of(q, n->was_object->object);
		e->was = side(q, n, n->was_object);
	}
}

struct pair {
	struct query_diff *d;
	struct machine *m;
	uint32_t first_serial;
	const struct machine_poll *poll;
	struct snapshot a, b;
	struct notes notes;
};

static void visit_was(struct pair *p, const struct query *q)
{
	take(&p->a, q);
}

static void visit_now(struct pair *p, const struct query *q)
{
	take(&p->b, q);
	compare(&p->notes, &p->a, &p->b);
	p->d->count = p->notes.count;
	p->d->entries = xcalloc(p->notes.count + 1, sizeof(*p->d->entries));
	for (uint32_t i = 0; i < p->notes.count; i++) {
		p->d->entries[i].kind = p->notes.at[i].kind;
		p->d->entries[i].serial = p->notes.at[i].serial;
		write_now(&p->d->entries[i], &p->notes.at[i], q);
	}
}

static void visit_was_again(struct pair *p, const struct query *q)
{
	for (uint32_t i = 0; i < p->notes.count; i++)
		write_was(&p->d->entries[i], &p->notes.at[i], q);
}

/* Goes to STEP and looks. */
static enum machine_result at(struct pair *p, uint64_t step,
	void (*visit)(struct pair *p, const struct query *q))
{
	enum machine_result result = machine_seek(p->m, step, p->poll);
	struct query q;

	if (machine_position(p->m) != step)
		return result == MACHINE_MOVED ? MACHINE_AT_END : result;
	query_init(&q, machine_world(p->m), p->first_serial);
	visit(p, &q);
	query_free(&q);
	return MACHINE_MOVED;
}

static void finish(struct pair *p)
{
	struct query_diff *d = p->d;

	d->from_line = p->a.line;
	d->to_line = p->b.line;
	d->made_in_all = p->b.serial > p->a.serial ? p->b.serial - p->a.serial : 0;
}

enum machine_result query_diff_init(struct query_diff *d, struct machine *m,
	uint32_t first_serial, uint64_t from, uint64_t to,
	const struct machine_poll *poll)
{
	struct pair p = {.d = d, .m = m, .first_serial = first_serial, .poll = poll};
	uint64_t begin = machine_position(m);
	enum machine_result result;

	*d = (struct query_diff){.from = from, .to = to};
	result = at(&p, from, visit_was);
	if (result == MACHINE_MOVED)
		result = at(&p, to, visit_now);
	if (result == MACHINE_MOVED)
		result = at(&p, from, visit_was_again);
	if (result == MACHINE_MOVED)
		finish(&p);
	else
		query_diff_free(d);
	machine_seek(m, begin, NULL);
	drop(&p.a);
	drop(&p.b);
	free(p.notes.at);
	return result;
}

void query_diff_free(struct query_diff *d)
{
	for (uint32_t i = 0; i < d->count; i++) {
		free(d->entries[i].subject);
		free(d->entries[i].was);
		free(d->entries[i].now);
	}
	free(d->entries);
	d->entries = NULL;
	d->count = 0;
}
