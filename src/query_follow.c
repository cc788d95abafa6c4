#include "query_follow.h"

#include <stdlib.h>
#include <string.h>

#include "query_pages.h"
#include "xalloc.h"

enum {
	WORDS = 1 << 16, /* more changed words are not worth a look */
	LABEL_UNKNOWN = 0xff,
	LABEL_UNDER_WAY = 0xfe
};

/* References from outside, where they are, and which are firm: query_is_firm(). */
struct roots {
	obj_id *at;
	uint64_t *place;
	bool *firm;
	uint32_t count, capacity;
};

struct query_follow {
	uint32_t first_serial;
	struct query q;
	bool known;
	uint64_t step, made;
	struct roots roots;
	uint32_t *words;
	struct picture pictures[4]; /* by their options */
	bool drawn[4];
	struct query_index index;
	bool indexed;
	obj_id held; /* whose ledger it is; 0: nobody's */
	struct reference *ledger;
	uint32_t ledger_count;
};

struct query_follow *query_follow_new(uint32_t first_serial)
{
	struct query_follow *f = xcalloc(1, sizeof(*f));

	f->first_serial = first_serial;
	f->words = xcalloc(WORDS, sizeof(*f->words));
	return f;
}

/* ---- roots */

static void roots_free(struct roots *r)
{
	free(r->at);
	free(r->place);
	free(r->firm);
}

static void roots_add(struct roots *r, obj_id o, uint64_t place, bool firm)
{
	if (r->count == r->capacity) {
		r->capacity = r->capacity ? 2 * r->capacity : 64;
		r->at = xreallocarray(r->at, r->capacity, sizeof(*r->at));
		r->place = xreallocarray(r->place, r->capacity, sizeof(*r->place));
		r->firm = xreallocarray(r->firm, r->capacity, sizeof(*r->firm));
	}
	r->at[r->count] = o;
	r->place[r->count] = place;
	r->firm[r->count++] = firm;
}

/* Of a frame also its kind: another one may have come in its place. */
static uint64_t place_of(const struct world *w, const struct reference *r)
{
	uint32_t kind = r->holder == HOLDER_FRAME ? frame_kind(w, r->frame) : 0;

	return (uint64_t)r->frame << 32 | (r->index << 8) | kind;
}

static struct roots roots_now(const struct world *w)
{
	struct roots roots = {0};
	struct reference_cursor c = {0};
	struct reference r;

	while (query_reference(w, &c, &r) && r.holder != HOLDER_OBJECT)
		roots_add(&roots, r.target, place_of(w, &r), query_is_firm(w, &r));
	return roots;
}

static bool roots_equal(const struct roots *a, const struct roots *b)
{
	return a->count == b->count &&
		memcmp(a->at, b->at, a->count * sizeof(*a->at)) == 0 &&
		memcmp(a->place, b->place, a->count * sizeof(*a->place)) == 0;
}

/* The firm ones from *I on. */
static obj_id next_firm(const struct roots *r, uint32_t *i)
{
	while (*i < r->count && !r->firm[*i])
		++*i;
	return *i < r->count ? r->at[(*i)++] : 0;
}

static bool are_firm_equal(const struct roots *a, const struct roots *b)
{
	uint32_t i = 0, j = 0;
	obj_id o;

	do {
		o = next_firm(a, &i);
		if (next_firm(b, &j) != o)
			return false;
	} while (o);
	return true;
}

static bool is_root(const struct roots *r, obj_id o)
{
	for (uint32_t i = 0; i < r->count; i++) {
		if (r->at[i] == o)
			return true;
	}
	return false;
}

/* ---- all of it */

static void forget_references(struct query_follow *f)
{
	for (int i = 0; i < 4; i++) {
		if (f->drawn[i])
			picture_free(&f->pictures[i]);
		f->drawn[i] = false;
	}
	if (f->indexed)
		query_index_free(&f->index);
	f->indexed = false;
	free(f->ledger);
	f->ledger = NULL;
	f->held = 0;
}

void query_follow_leave(struct query_follow *f)
{
	if (f->known) {
		query_free(&f->q);
		roots_free(&f->roots);
	}
	forget_references(f);
	f->known = false;
}

void query_follow_free(struct query_follow *f)
{
	if (!f)
		return;
	query_follow_leave(f);
	free(f->words);
	free(f);
}

static void make(struct query_follow *f, const struct machine *m)
{
	query_follow_leave(f);
	query_init(&f->q, machine_world(m), f->first_serial);
	f->roots = roots_now(f->q.w);
	f->known = true;
	f->made++;
}

/* ---- what has changed */

/* What the changed words are about: objects, in the order of f->words. */
struct changes {
	uint32_t links, counts; /* f->words[0] up to links are objects whose place in a
				list changed, up to links + counts their refcount */
};

/* Sorts the words; false: references may have changed. */
static bool sort_words(struct query_follow *f, uint32_t count, struct changes *c)
{
	uint32_t *counts = xcalloc(count + 1, sizeof(*counts));
	bool known = true;

	*c = (struct changes){0};
	for (uint32_t i = 0; i < count && known; i++) {
		uint32_t word = f->words[i];

		if (word < BASE_LINKS || word >= BASE_STACK)
			continue;
		if (word < BASE_GC_REFS)
			f->words[c->links++] = (word - BASE_LINKS) / 2;
		else if (word < BASE_RC)
			query_page_forget(&f->q, word - BASE_GC_REFS);
		else if (word < BASE_BODY)
			counts[c->counts++] = word - BASE_RC;
		else
			known = false;
	}
	memcpy(f->words + c->links, counts, c->counts * sizeof(*counts));
	free(counts);
	return known;
}

/* ---- lists */

static uint8_t label(const struct query *q, obj_id o)
{
	return o < GC_LISTS_END ? (uint8_t)o : q->list[o];
}

/* Finds the list of O, and of the changed ones behind it, by going on to a head or an
 * object that kept its place.  False: there is none. */
static bool find_list(struct query *q, obj_id o)
{
	obj_id at = o;
	uint8_t list;

	while (label(q, at) == LABEL_UNKNOWN) {
		q->list[at] = LABEL_UNDER_WAY;
		at = gc_next(q->w, at);
	}
	list = at ? label(q, at) : 0;
	for (; list != LABEL_UNDER_WAY && o != at; o = gc_next(q->w, o))
		q->list[o] = list;
	return list != 0 && list != LABEL_UNDER_WAY;
}

static bool fits_neighbours(const struct query *q, obj_id o)
{
	return !gc_next(q->w, o) ||
		(label(q, gc_next(q->w, o)) == label(q, o) &&
			label(q, gc_prev(q->w, o)) == label(q, o));
}

/* When all neighbours are in the same list again, all labels are right: those of
 * objects that kept their place agreed with each other before.  They do not when one
 * list was appended to another as a whole. */
static bool move_objects(struct query *q, const uint32_t *moved, uint32_t count)
{
	bool fits = true;

	for (uint32_t i = 0; i < count; i++) {
		if (moved[i] >= GC_LISTS_END)
			q->list[moved[i]] = obj_kind(q->w, moved[i]) != KIND_NONE &&
					obj_tracked(q->w, moved[i])
				? LABEL_UNKNOWN
				: 0;
		query_page_forget(q, moved[i]);
	}
	for (uint32_t i = 0; i < count; i++)
		fits = (label(q, moved[i]) != LABEL_UNKNOWN ||
			       find_list(q, moved[i])) &&
			fits;
	for (uint32_t i = 0; i < count && fits; i++)
		fits = fits_neighbours(q, moved[i]);
	return fits;
}

static void follow_lists(struct query *q, const uint32_t *moved, uint32_t count)
{
	if (!move_objects(q, moved, count)) {
		query_find_lists(q);
		query_pages_forget(q);
	}
}

/* ---- roots and counts */

/* Whether all that is reachable stays so, and nothing else becomes it. */
static bool is_no_loss(
	const struct query *q, const struct roots *old, const struct roots *new)
{
	if (!are_firm_equal(old, new))
		return false;
	for (uint32_t i = 0; i < old->count; i++) {
		if (!(q->marks[old->at[i]] & QUERY_FIRM) && !is_root(new, old->at[i]))
			return false;
	}
	for (uint32_t i = 0; i < new->count; i++) {
		if (!(q->marks[new->at[i]] & QUERY_REACHABLE))
			return false;
	}
	return true;
}

static bool follow_held(struct query_follow *f, obj_id o)
{
	struct query *q = &f->q;
	bool was = q->marks[o] & QUERY_HELD, is = query_is_held(q, o);

	if (was == is)
		return true;
	if (is ? !(q->marks[o] & QUERY_REACHABLE)
	       : !(q->marks[o] & QUERY_FIRM) && !is_root(&f->roots, o))
		return false;
	q->marks[o] ^= QUERY_HELD;
	forget_references(f);
	return true;
}

static void exchange_roots(struct query_follow *f, struct roots *new)
{
	struct roots old = f->roots;

	for (uint32_t i = 0; i < old.count; i++)
		f->q.holders[old.at[i]]--;
	for (uint32_t i = 0; i < new->count; i++)
		f->q.holders[new->at[i]]++;
	f->roots = *new;
	*new = old;
	forget_references(f);
}

static bool all_held_follow(struct query_follow *f, const obj_id *list, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++) {
		if (!follow_held(f, list[i]))
			return false;
	}
	return true;
}

static bool follow_roots(struct query_follow *f, const obj_id *counts, uint32_t count)
{
	struct roots other = roots_now(f->q.w);
	bool same = roots_equal(&f->roots, &other);
	bool good = same || is_no_loss(&f->q, &f->roots, &other);

	if (good && !same) {
		exchange_roots(f, &other);
		good = all_held_follow(f, other.at, other.count) &&
			all_held_follow(f, f->roots.at, f->roots.count);
	}
	good = good && all_held_follow(f, counts, count);
	roots_free(&other);
	return good;
}

/* ---- all of what has changed */

static void follow_phase(struct query *q)
{
	struct gc_state now = gc_state(q->w);

	if (gc_phase_step(now.phase) != gc_phase_step(q->gc.phase) ||
		(now.phase == GC_PHASE_IDLE) != (q->gc.phase == GC_PHASE_IDLE))
		query_pages_forget(q);
	q->gc = now;
}

static bool follow(struct query_follow *f, const struct machine *m)
{
	struct changes c;
	uint32_t count;

	if (f->step == machine_position(m))
		return true;
	if (!machine_changes(m, f->step, f->words, WORDS, &count) ||
		!sort_words(f, count, &c) ||
		!follow_roots(f, f->words + c.links, c.counts))
		return false;
	follow_lists(&f->q, f->words, c.links);
	follow_phase(&f->q);
	return true;
}

const struct query *query_follow(struct query_follow *f, const struct machine *m)
{
	if (!f->known || !follow(f, m))
		make(f, m);
	f->step = machine_position(m);
	return &f->q;
}

const struct picture *query_follow_picture(
	struct query_follow *f, struct picture_options options)
{
	int i = options.classes + 2 * options.unfolded;

	if (!f->drawn[i])
		query_picture(&f->q, options, &f->pictures[i]);
	f->drawn[i] = true;
	return &f->pictures[i];
}

const struct query_index *query_follow_index(struct query_follow *f)
{
	if (!f->indexed)
		query_index_init(&f->index, &f->q);
	f->indexed = true;
	return &f->index;
}

uint32_t query_follow_ledger(
	struct query_follow *f, obj_id o, const struct reference **list)
{
	if (f->held != o) {
		free(f->ledger);
		f->ledger_count = query_ledger(&f->q, o, &f->ledger);
	}
	f->held = o;
	*list = f->ledger;
	return f->ledger_count;
}

uint64_t query_follow_made(const struct query_follow *f)
{
	return f->made;
}
