#include "query.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "codeobject.h"
#include "dict.h"
#include "strbuf.h"
#include "text.h"
#include "xalloc.h"

/* Which objects are boxes, which holders are roots, and what lies between. */

/* Two edges of a temporary are worth less than one of a name. */
struct pending {
	obj_id target;
	struct reference reference;
};

struct builder {
	const struct query *q;
	struct picture_options options;
	struct picture *p;
	uint8_t *held; /* [slots] a box or a named root refers to it */
	uint32_t root_capacity, edge_capacity;
	struct pending *pending; /* temporaries */
	uint32_t pending_count, pending_capacity;
};

static bool is_container_of_ours(const struct world *w, obj_id o)
{
	switch (obj_kind(w, o)) {
	case KIND_LIST:
	case KIND_DEQUE:
	case KIND_TUPLE:
	case KIND_DICT:
	case KIND_SET:
	case KIND_INSTANCE:
	case KIND_OLD_INSTANCE:
	case KIND_OBJECT:
	case KIND_CELL:
	case KIND_WEAKREF:
	case KIND_GENERATOR:
		return true;
	case KIND_FUNCTION:
		return obj_field(w, o, FUNCTION_CLOSURE) != 0;
	case KIND_TYPE:
	case KIND_OLD_CLASS:
	case KIND_MODULE:
	case KIND_CODE:
		return false;
	default:
		return obj_class(w, o) >= OBJ_FIRST_FREE;
	}
}

static bool is_instance_part(const struct query *q, obj_id o)
{
	obj_id owner = q->owner[o];

	return obj_kind(q->w, o) == KIND_DICT && obj_kind(q->w, owner) != KIND_TYPE &&
		obj_kind(q->w, owner) != KIND_OLD_CLASS &&
		obj_kind(q->w, owner) != KIND_FUNCTION &&
		obj_kind(q->w, owner) != KIND_MODULE;
}

/* The names of a class statement's body, before there is a class; or a dict
 * that has given up everything and is about to be freed. */
static bool is_class_body(const struct world *w, obj_id o)
{
	if (obj_kind(w, o) != KIND_DICT)
		return false;
	return (obj_n(w, o) == 0 && obj_rc(w, o) == 0) ||
		dict_get(w, o, name_object(N_MODULE)) ||
		dict_get(w, o, name_object(N_QUALNAME));
}

static bool is_out_of_sight(const struct world *w, uint32_t first_serial, obj_id o)
{
	return obj_kind(w, o) == KIND_NONE || obj_immortal(w, o) ||
		obj_serial(w, o) < first_serial || o == reg(w, REG_GARBAGE) ||
		o == reg(w, REG_CALLBACKS) || is_class_body(w, o);
}

static bool is_kind_shown(
	const struct world *w, struct picture_options options, obj_id o)
{
	enum kind kind = obj_kind(w, o);

	if (kind == KIND_TYPE || kind == KIND_OLD_CLASS)
		return options.classes;
	if (kind == KIND_FUNCTION && options.classes)
		return true;
	return is_container_of_ours(w, o);
}

bool query_is_shown(const struct query *q, struct picture_options options, obj_id o)
{
	if (q->marks[o] & QUERY_ATOM || is_out_of_sight(q->w, q->first_serial, o))
		return false;
	if (q->owner[o]) {
		if (!is_instance_part(q, o))
			return false;
		return options.unfolded || q->marks[o] & QUERY_SHARED;
	}
	return is_kind_shown(q->w, options, o);
}

bool query_can_be_part(const struct world *w, obj_id o)
{
	return obj_kind(w, o) == KIND_DICT || obj_kind(w, o) == KIND_TUPLE;
}

bool query_is_shown_alone(const struct world *w, uint32_t first_serial,
	struct picture_options options, obj_id o)
{
	assert(!query_can_be_part(w, o));
	return !query_is_atom(w, o) && !is_out_of_sight(w, first_serial, o) &&
		is_kind_shown(w, options, o);
}

static uint32_t hash_root(const char *text, uint32_t salt)
{
	uint32_t h = 2166136261u ^ salt;

	for (; *text; text++)
		h = (h ^ (unsigned char)*text) * 16777619u;
	return PICTURE_ROOT | (h ^ h >> 15);
}

/* The id of a root, made when it is new.  Takes TEXT. */
static uint32_t root(struct builder *b, char *text, uint32_t salt)
{
	struct picture *p = b->p;
	uint32_t id = hash_root(text, salt);

	for (uint32_t i = 0; i < p->root_count; i++) {
		if (p->roots[i].id == id) {
			free(text);
			return id;
		}
	}
	if (p->root_count == b->root_capacity) {
		b->root_capacity = b->root_capacity ? 2 * b->root_capacity : 16;
		p->roots = xreallocarray(p->roots, b->root_capacity, sizeof(*p->roots));
	}
	p->roots[p->root_count++] = (struct picture_root){id, text};
	return id;
}

static void edge(struct builder *b, uint32_t from, uint32_t to, bool weak)
{
	struct picture *p = b->p;

	if (p->edge_count == b->edge_capacity) {
		b->edge_capacity = b->edge_capacity ? 2 * b->edge_capacity : 32;
		p->edges = xreallocarray(p->edges, b->edge_capacity, sizeof(*p->edges));
	}
	p->edges[p->edge_count++] = (struct picture_edge){from, to, weak};
}

static void postpone(struct builder *b, const struct reference *r)
{
	if (b->pending_count == b->pending_capacity) {
		b->pending_capacity =
			b->pending_capacity ? 2 * b->pending_capacity : 16;
		b->pending = xreallocarray(
			b->pending, b->pending_capacity, sizeof(*b->pending));
	}
	b->pending[b->pending_count++] = (struct pending){r->target, *r};
}

/* "x" of the frame's code, or NULL: a temporary. */
static char *local_text(const struct world *w, const struct reference *r)
{
	const struct code *code;
	struct strbuf text = STRBUF_INIT;
	uint32_t i = r->index - PY_FIRST;

	if (frame_kind(w, r->frame) != FRAME_PYTHON || r->index < PY_FIRST ||
		r->index >= FRAME_INDEX_OBJECT)
		return NULL;
	code = code_of(w, word(w, frame_slot(r->frame, PY_CODE)));
	if (i < code->local_count)
		strbuf_printf(&text, "%s: %s", code->name, code->local_names[i]);
	else if (i - code->local_count < (uint32_t)code->cell_count + code->free_count)
		strbuf_printf(&text, "%s: %s", code->name,
			code->cell_names[i - code->local_count]);
	else
		return NULL;
	return strbuf_take(&text);
}

static const char *native_text(const struct world *w, const struct reference *r)
{
	if (r->holder == HOLDER_REGISTER)
		return r->index == REG_EXCEPTION || r->index == REG_HANDLED
			? "exception"
			: NULL;
	switch (frame_kind(w, r->frame)) {
	case FRAME_GC:
		return "collector";
	case FRAME_DROP:
	case FRAME_DEALLOC:
		return "being dropped";
	default:
		return "temporary";
	}
}

static void from_frame(struct builder *b, const struct reference *r)
{
	char *text = local_text(b->q->w, r);

	if (text) {
		b->held[r->target] = 1;
		edge(b, root(b, text, r->frame), obj_serial(b->q->w, r->target), false);
	} else {
		postpone(b, r);
	}
}

/* What a hidden holder is called as a root. */
static char *hidden_text(const struct query *q, const struct reference *r)
{
	obj_id holder = r->object, owner = q->owner[holder];
	struct strbuf text = STRBUF_INIT;

	if (holder == reg(q->w, REG_GARBAGE)) {
		strbuf_puts(&text, "gc.garbage");
	} else if (r->slot.place == PLACE_KEY && r->slot.name &&
		(owner || holder == reg(q->w, REG_MAIN))) {
		if (holder != reg(q->w, REG_MAIN)) {
			query_own_name(q, owner, &text);
			strbuf_putc(&text, '.');
		}
		if (obj_kind(q->w, r->slot.name) == KIND_STR ||
			obj_kind(q->w, r->slot.name) == KIND_BYTES)
			strbuf_add(&text, text_bytes(q->w, r->slot.name),
				obj_n(q->w, r->slot.name));
		else
			query_value(q, r->slot.name, 16, &text);
	} else {
		query_name(q, owner ? owner : holder, &text);
	}
	return strbuf_take(&text);
}

static void from_object(struct builder *b, const struct reference *r)
{
	const struct query *q = b->q;
	obj_id holder = r->object;

	while (q->owner[holder] && !query_is_shown(q, b->options, holder))
		holder = q->owner[holder];
	b->held[r->target] = 1;
	if (query_is_shown(q, b->options, holder)) {
		edge(b, obj_serial(q->w, holder), obj_serial(q->w, r->target), false);
	} else if (!obj_immortal(q->w, r->object) ||
		r->object == reg(q->w, REG_GARBAGE)) {
		edge(b, root(b, hidden_text(q, r), 0), obj_serial(q->w, r->target),
			false);
	}
}

/* What only a temporary holds must not look as if nobody did. */
static void from_temporaries(struct builder *b)
{
	for (uint32_t i = 0; i < b->pending_count; i++) {
		const struct pending *t = &b->pending[i];
		const char *text = native_text(b->q->w, &t->reference);

		if (text && !b->held[t->target])
			edge(b, root(b, xstrdup(text), 0),
				obj_serial(b->q->w, t->target), false);
	}
	for (uint32_t i = 0; i < b->p->object_count; i++) {
		obj_id o = b->p->objects[i];

		if (b->q->marks[o] & QUERY_HELD && !b->held[o])
			edge(b, root(b, xstrdup("temporary"), 0),
				obj_serial(b->q->w, o), false);
	}
}

static void add_weak_edges(struct builder *b)
{
	const struct world *w = b->q->w;

	for (uint32_t i = 0; i < b->p->object_count; i++) {
		obj_id o = b->p->objects[i];
		obj_id referent;

		if (obj_kind(w, o) != KIND_WEAKREF)
			continue;
		referent = obj_field(w, o, WEAKREF_REFERENT);
		if (referent && query_is_shown(b->q, b->options, referent))
			edge(b, obj_serial(w, o), obj_serial(w, referent), true);
	}
}

static void collect_objects(struct builder *b)
{
	struct picture *p = b->p;
	uint32_t capacity = 0;

	for (obj_id o = OBJ_FIRST_FREE; o < b->q->slots; o++) {
		if (!query_is_shown(b->q, b->options, o))
			continue;
		if (p->object_count == capacity) {
			capacity = capacity ? 2 * capacity : 32;
			p->objects = xreallocarray(
				p->objects, capacity, sizeof(*p->objects));
		}
		p->objects[p->object_count++] = o;
	}
}

static int compare_edges(const void *a, const void *b)
{
	const struct picture_edge *x = a, *y = b;

	if (x->from != y->from)
		return x->from < y->from ? -1 : 1;
	if (x->to != y->to)
		return x->to < y->to ? -1 : 1;
	return (int)x->weak - (int)y->weak;
}

static void sort_edges(struct picture *p)
{
	uint32_t n = 0;

	if (p->edge_count == 0)
		return;
	qsort(p->edges, p->edge_count, sizeof(*p->edges), compare_edges);
	for (uint32_t i = 1; i < p->edge_count; i++) {
		if (compare_edges(&p->edges[n], &p->edges[i]) != 0)
			p->edges[++n] = p->edges[i];
	}
	p->edge_count = n + 1;
}

static int compare_roots(const void *a, const void *b)
{
	const struct picture_root *x = a, *y = b;
	int order = strcmp(x->text, y->text);

	if (order)
		return order;
	return x->id < y->id ? -1 : x->id > y->id;
}

static int compare_keys(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return x < y ? -1 : x > y;
}

/* By serial. */
static void sort_objects(const struct world *w, struct picture *p)
{
	uint64_t *keys = xcalloc(p->object_count + 1, sizeof(*keys));

	for (uint32_t i = 0; i < p->object_count; i++)
		keys[i] = (uint64_t)obj_serial(w, p->objects[i]) << 32 | p->objects[i];
	qsort(keys, p->object_count, sizeof(*keys), compare_keys);
	for (uint32_t i = 0; i < p->object_count; i++)
		p->objects[i] = (obj_id)keys[i];
	free(keys);
}

void query_picture(
	const struct query *q, struct picture_options options, struct picture *p)
{
	struct builder b = {.q = q, .options = options, .p = p};
	struct reference_cursor c = {0};
	struct reference r;

	*p = (struct picture){0};
	b.held = xcalloc(q->slots + 1, 1);
	collect_objects(&b);
	sort_objects(q->w, p);
	while (query_reference(q->w, &c, &r)) {
		if (!query_is_shown(q, options, r.target))
			continue;
		if (r.holder == HOLDER_OBJECT)
			from_object(&b, &r);
		else if (r.holder == HOLDER_FRAME)
			from_frame(&b, &r);
		else
			postpone(&b, &r);
	}
	from_temporaries(&b);
	add_weak_edges(&b);
	sort_edges(p);
	if (p->root_count)
		qsort(p->roots, p->root_count, sizeof(*p->roots), compare_roots);
	free(b.pending);
	free(b.held);
}

void picture_free(struct picture *p)
{
	for (uint32_t i = 0; i < p->root_count; i++)
		free(p->roots[i].text);
	free(p->objects);
	free(p->roots);
	free(p->edges);
}
