#include "audit.h"

#include <stdlib.h>

#include "dealloc.h"
#include "dict.h"
#include "gclist.h"
#include "strbuf.h"
#include "trashcan.h"
#include "xalloc.h"

struct audit {
	const struct world *w;
	uint32_t slots;
	uint32_t *holders;  /* by object: places that hold it */
	uint8_t *seen;      /* by object: enum seen */
	uint8_t *pool;      /* by 4 words of the pool: 1 in use, 2 free */
	struct strbuf text; /* what is wrong */
	bool wrong;
};

enum seen {
	SEEN_IN_LIST = 1,
	SEEN_FREE = 2,
	SEEN_DYING = 4
};

__attribute__((format(printf, 2, 3))) static void complain(
	struct audit *a, const char *format, ...)
{
	va_list args;

	if (a->wrong)
		return;
	a->wrong = true;
	va_start(args, format);
	strbuf_vprintf(&a->text, format, args);
	va_end(args);
}

static const char *kind_text(const struct audit *a, obj_id o)
{
	return kind_table[obj_kind(a->w, o)].name;
}

static bool is_alive(const struct audit *a, obj_id o)
{
	return o >= OBJ_NONE && o < a->slots && obj_kind(a->w, o) != KIND_NONE;
}

/* The ledger. */

static void hold_by(struct audit *a, obj_id target, const char *what, uint32_t holder)
{
	if (!target)
		return;
	if (!is_alive(a, target))
		complain(a, "%s %u refers to %u, which is no object", what, holder,
			target);
	else
		a->holders[target]++;
}

static void object_holds(struct audit *a, obj_id o)
{
	uint32_t n = obj_slots(a->w, o);

	for (uint32_t i = 0; i < n; i++)
		hold_by(a, obj_slot(a->w, o, i), kind_text(a, o), o);
}

static void frame_holds(struct audit *a, uint32_t f)
{
	uint32_t n = word(a->w, f + FRAME_SLOT_COUNT);

	for (uint32_t i = 0; i < n; i++)
		hold_by(a, word(a->w, frame_slot(f, i)), "frame", f - BASE_STACK);
	hold_by(a, word(a->w, f + FRAME_RESULT), "frame", f - BASE_STACK);
	hold_by(a, word(a->w, f + FRAME_OBJECT), "frame", f - BASE_STACK);
	if (frame_kind(a->w, f) == FRAME_DEALLOC)
		a->seen[dealloc_object(a->w, f)] |= SEEN_DYING;
}

static void registers_hold(struct audit *a)
{
	static const uint8_t owned[] = {REG_EXCEPTION, REG_HANDLED,
		REG_HANDLED_TRACEBACK, REG_INTERNED, REG_AST, REG_MODULES, REG_BUILTINS,
		REG_MAIN, REG_GARBAGE, REG_CALLBACKS};

	for (size_t i = 0; i < sizeof(owned); i++)
		hold_by(a, reg(a->w, owned[i]), "register", owned[i]);
	for (uint32_t r = REG_INSERTED; r <= REG_INSERTED_END; r++)
		hold_by(a, reg(a->w, r), "register", r);
}

static void trashcan_keeps(struct audit *a)
{
	for (obj_id o = trash_next(a->w, 0); o && !a->wrong; o = trash_next(a->w, o)) {
		if (!is_alive(a, o) || (a->seen[o] & SEEN_DYING))
			complain(
				a, "%u in the trashcan is no object or there twice", o);
		a->seen[o] |= SEEN_DYING;
	}
}

static void check_frames(struct audit *a)
{
	uint32_t end = reg(a->w, REG_SP);

	for (uint32_t f = reg(a->w, REG_TOP); f; f = word(a->w, f + FRAME_LINK)) {
		uint32_t size = word(a->w, f + FRAME_SIZE);

		if (f < BASE_STACK || f + size != end)
			complain(a, "frame %u ends elsewhere than the next one starts",
				f - BASE_STACK);
		if (a->wrong)
			return;
		end = f;
		frame_holds(a, f);
	}
}

static bool is_gone(const struct audit *a, obj_id o)
{
	return obj_rc(a->w, o) == 0;
}

static void check_counts(struct audit *a)
{
	for (obj_id o = OBJ_NONE; o < a->slots; o++) {
		bool dying = a->seen[o] & SEEN_DYING;

		if (!is_alive(a, o) || obj_immortal(a->w, o))
			continue;
		if (a->holders[o] != obj_rc(a->w, o))
			complain(a, "%s %u (serial %u) has refcount %u, but %u holders",
				kind_text(a, o), o, obj_serial(a->w, o),
				obj_rc(a->w, o), a->holders[o]);
		if (is_gone(a, o) && obj_is_gc(a->w, o) && !dying)
			complain(a, "%s %u has refcount 0, but nobody frees it",
				kind_text(a, o), o);
		if (obj_flag(a->w, o, OBJECT_DYING) != (dying && is_gone(a, o)))
			complain(a, "%s %u: refcount %u, dying flag wrong",
				kind_text(a, o), o, obj_rc(a->w, o));
	}
}

/* The collector's lists. */

static void check_list(struct audit *a, obj_id head)
{
	obj_id previous = head;

	for (obj_id o = gc_next(a->w, head); !a->wrong; o = gc_next(a->w, o)) {
		if (o != head && !is_alive(a, o))
			complain(a, "list %u contains %u, which is no object", head, o);
		else if (gc_prev(a->w, o) != previous)
			complain(a, "list %u: prev of %u is %u, not %u", head, o,
				gc_prev(a->w, o), previous);
		else if (a->seen[o] & SEEN_IN_LIST)
			complain(a, "%u is in two lists or twice in list %u", o, head);
		a->seen[o] |= SEEN_IN_LIST;
		previous = o;
		if (o == head)
			return;
	}
}

static void check_gc_word(struct audit *a, obj_id o)
{
	uint32_t flags = word(a->w, BASE_GC_REFS + o) & ~GC_REFS_MASK;

	if (flags && !reg(a->w, REG_GC_COLLECTING))
		complain(a, "%s %u: collector's flags %#x, but none runs",
			kind_text(a, o), o, flags);
	if ((flags & GC_FLAG_COLLECTING) && !obj_immortal(a->w, o) && obj_rc(a->w, o) &&
		gc_refs(a->w, o) > obj_rc(a->w, o) && obj_tracked(a->w, o))
		complain(a, "%s %u: gc_refs %u is more than its refcount %u",
			kind_text(a, o), o, gc_refs(a->w, o), obj_rc(a->w, o));
}

static void check_lists(struct audit *a)
{
	for (obj_id head = GC_LIST_FIRST; head < GC_LISTS_END; head++)
		check_list(a, head);
	for (obj_id o = OBJ_NONE; o < a->slots && !a->wrong; o++) {
		if (!is_alive(a, o))
			continue;
		if (obj_tracked(a->w, o) != ((a->seen[o] & SEEN_IN_LIST) != 0))
			complain(a, "%s %u is tracked, but in no list", kind_text(a, o),
				o);
		check_gc_word(a, o);
	}
}

/* Slots and blocks. */

static void check_free_slots(struct audit *a)
{
	uint32_t alive = 0, freed = 0;

	for (obj_id o = reg(a->w, REG_FREE_SLOT); o && !a->wrong;
		o = gc_next(a->w, o)) {
		if (o >= a->slots || obj_kind(a->w, o) != KIND_NONE ||
			(a->seen[o] & SEEN_FREE))
			complain(a, "free slot %u is in use or twice in the list", o);
		else
			a->seen[o] |= SEEN_FREE;
		freed++;
	}
	for (obj_id o = OBJ_NONE; o < a->slots; o++)
		alive += is_alive(a, o);
	if (alive + freed != a->slots - OBJ_NONE)
		complain(a, "%u slots, but %u objects and %u free ones",
			a->slots - OBJ_NONE, alive, freed);
}

static void mark_block(
	struct audit *a, uint32_t block, uint32_t words, uint8_t mark, uint32_t owner)
{
	uint32_t size = block_size(words);

	if (block < BASE_POOL || block + size > reg(a->w, REG_POOL)) {
		complain(a, "block %u of %u lies outside the pool", block, owner);
		return;
	}
	for (uint32_t i = (block - BASE_POOL) / 4; i < (block + size - BASE_POOL) / 4;
		i++) {
		if (a->pool[i])
			complain(a, "block %u of %u overlaps another",
				block - BASE_POOL, owner);
		a->pool[i] = mark;
	}
}

static uint32_t mark_object_block(
	struct audit *a, uint32_t block, uint32_t words, obj_id o)
{
	if (!block || !words)
		return 0;
	mark_block(a, block, words, 1, o);
	return block_size(words);
}

static uint32_t mark_object_blocks(struct audit *a, obj_id o)
{
	const struct world *w = a->w;
	uint32_t words =
		mark_object_block(a, obj_payload(w, o), obj_payload_words(w, o), o);

	words += mark_object_block(a, obj_attrs(w, o), obj_attrs_words(w, o), o);
	if (obj_kind(w, o) != KIND_TYPE)
		return words;
	words += mark_object_block(
		a, obj_field(w, o, TYPE_SLOTS), obj_field(w, o, TYPE_SLOT_COUNT), o);
	return words +
		mark_object_block(a, obj_field(w, o, TYPE_KEYS), SHARED_KEYS_MAX, o);
}

static void check_free_blocks(struct audit *a)
{
	for (uint32_t log2 = 2; log2 < 32; log2++) {
		uint32_t block = reg(a->w, REG_FREE_BLOCK + log2);

		for (; block && !a->wrong; block = word(a->w, block))
			mark_block(a, block, 1u << log2, 2, 0);
	}
}

static void check_blocks(struct audit *a)
{
	uint32_t size = (reg(a->w, REG_POOL) - BASE_POOL) / 4;
	uint32_t words = 0;

	for (obj_id o = OBJ_NONE; o < a->slots && !a->wrong; o++) {
		if (is_alive(a, o))
			words += OBJECT_WORDS + mark_object_blocks(a, o);
	}
	check_free_blocks(a);
	for (uint32_t i = 0; i < size && !a->wrong; i++) {
		if (!a->pool[i])
			complain(a, "pool word %u belongs to nobody", 4 * i);
	}
	if (words != reg(a->w, REG_WORDS))
		complain(a, "%u words are in use, not %u", words, reg(a->w, REG_WORDS));
}

/* Contents. */

static void check_weakrefs(struct audit *a)
{
	const struct world *w = a->w;
	uint32_t linked = 0, live = 0;

	for (obj_id o = OBJ_NONE; o < a->slots && !a->wrong; o++) {
		obj_id previous = 0;

		if (!is_alive(a, o))
			continue;
		live += obj_kind(w, o) == KIND_WEAKREF &&
			obj_field(w, o, WEAKREF_REFERENT);
		for (obj_id r = obj_weak(w, o); r && !a->wrong;
			r = obj_field(w, r, WEAKREF_NEXT)) {
			if (!is_alive(a, r) || obj_kind(w, r) != KIND_WEAKREF ||
				obj_field(w, r, WEAKREF_REFERENT) != o ||
				obj_field(w, r, WEAKREF_PREV) != previous ||
				linked > a->slots)
				complain(a, "the weak references to %u are in disorder",
					o);
			previous = r;
			linked++;
		}
	}
	if (linked != live)
		complain(a, "%u weak references are alive, %u in lists", live, linked);
}

static void check_dict(struct audit *a, obj_id o)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < dict_entries(a->w, o); i++) {
		bool key = dict_entry_key(a->w, o, i);

		n += key;
		if (key != (dict_entry_value(a->w, o, i) != 0))
			complain(
				a, "dict %u: entry %u has a key or a value only", o, i);
	}
	if (n != obj_n(a->w, o))
		complain(a, "dict %u says it has %u entries, not %u", o, obj_n(a->w, o),
			n);
}

static void check_list_object(struct audit *a, obj_id o)
{
	uint32_t n = obj_n(a->w, o);

	if (n && (!obj_payload(a->w, o) || n > obj_field(a->w, o, LIST_CAPACITY)))
		complain(a, "list %u has %u items, but no room for them", o, n);
}

static void check_contents(struct audit *a)
{
	for (obj_id o = OBJ_NONE; o < a->slots && !a->wrong; o++) {
		if (!is_alive(a, o) || obj_flag(a->w, o, OBJECT_DYING))
			continue;
		if (obj_kind(a->w, o) == KIND_DICT)
			check_dict(a, o);
		else if (obj_kind(a->w, o) == KIND_LIST)
			check_list_object(a, o);
	}
}

char *audit_world(const struct world *w)
{
	struct audit a = {.w = w, .slots = reg(w, REG_SLOTS), .text = STRBUF_INIT};

	a.holders = xcalloc(a.slots, sizeof(*a.holders));
	a.seen = xcalloc(a.slots, 1);
	a.pool = xcalloc((reg(w, REG_POOL) - BASE_POOL) / 4 + 1, 1);
	check_free_slots(&a);
	for (obj_id o = OBJ_NONE; o < a.slots && !a.wrong; o++) {
		if (is_alive(&a, o))
			object_holds(&a, o);
	}
	check_frames(&a);
	trashcan_keeps(&a);
	registers_hold(&a);
	check_lists(&a);
	check_counts(&a);
	check_blocks(&a);
	check_weakrefs(&a);
	check_contents(&a);
	free(a.holders);
	free(a.seen);
	free(a.pool);
	if (a.wrong)
		return strbuf_take(&a.text);
	strbuf_free(&a.text);
	return NULL;
}
