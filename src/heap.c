#include "heap.h"

#include "dialect.h"
#include "symbols.h"

const struct kind_info kind_table[KIND_COUNT] = {
#define KIND(name, text, fields, shape, flags) {text, fields, shape, flags},
#include "kinds.def"
#undef KIND
};

/* Blocks. */

uint32_t block_size(uint32_t words)
{
	return 1u << block_log2(words);
}

uint32_t block_new(struct world *w, uint32_t words)
{
	uint32_t class = block_log2(words);
	uint32_t block = reg(w, REG_FREE_BLOCK + class);

	set_reg(w, REG_WORDS, reg(w, REG_WORDS) + (1u << class));
	if (block) {
		set_reg(w, REG_FREE_BLOCK + class, word(w, block));
		return block;
	}
	block = reg(w, REG_POOL);
	assert(block + (1u << class) <= BASE_STACK);
	set_reg(w, REG_POOL, block + (1u << class));
	return block;
}

uint32_t block_resize(struct world *w, uint32_t block, uint32_t old_words,
	uint32_t new_words, uint32_t count)
{
	uint32_t fresh;

	if (block_log2(old_words) == block_log2(new_words))
		return block;
	fresh = block_new(w, new_words);
	for (uint32_t i = 0; i < count; i++)
		set_word(w, fresh + i, word(w, block + i));
	block_free(w, block, old_words);
	return fresh;
}

bool heap_has_room(const struct world *w, uint64_t words)
{
	return reg(w, REG_WORDS) + words <= w->memory_limit;
}

/* Slots. */

obj_id obj_new(struct world *w, enum kind kind, obj_id class)
{
	obj_id o = reg(w, REG_FREE_SLOT);

	if (o) {
		set_reg(w, REG_FREE_SLOT, word(w, BASE_LINKS + 2 * o));
	} else {
		o = reg(w, REG_SLOTS);
		assert(o < OBJECT_LIMIT);
		set_reg(w, REG_SLOTS, o + 1);
	}
	set_reg(w, REG_WORDS, reg(w, REG_WORDS) + OBJECT_WORDS);
	set_word(w, BASE_LINKS + 2 * o, 0);
	set_word(w, BASE_LINKS + 2 * o + 1, 0);
	set_word(w, BASE_GC_REFS + o, 0);
	set_word(w, BASE_RC + o, 1);
	set_obj_payload(w, o, 0);
	set_obj_n(w, o, 0);
	if (class >= OBJ_FIRST_FREE)
		set_obj_meta(w, o, kind | OBJECT_HEAP_CLASS);
	else
		set_obj_meta(w, o, kind);
	set_word(w, BASE_CLASS + o, class);
	set_word(w, BASE_ATTRS + o, 0);
	set_word(w, BASE_WEAK + o, 0);
	set_word(w, BASE_SERIAL + o, reg(w, REG_SERIAL));
	set_reg(w, REG_SERIAL, reg(w, REG_SERIAL) + 1);
	if (class)
		hold(w, class);
	return o;
}

obj_id obj_new_fields(struct world *w, enum kind kind, obj_id class, uint32_t words)
{
	obj_id o = obj_new(w, kind, class);
	uint32_t block = block_new(w, words);

	for (uint32_t i = 0; i < words; i++)
		set_word(w, block + i, 0);
	set_obj_payload(w, o, block);
	return o;
}

/* Events about references. */

static uint32_t symbol_of(struct world *w, obj_id name)
{
	const char *bytes;

	if (!name || !w->arena.recording)
		return 0;
	if (obj_kind(w, name) != KIND_STR && obj_kind(w, name) != KIND_BYTES)
		return 0;
	bytes = (const char *)&w->arena.w[obj_payload(w, name) + TEXT_HEAD];
	return symbols_intern(w->symbols, bytes, obj_n(w, name));
}

static obj_id type_name_object(const struct world *w, obj_id o)
{
	obj_id class = obj_class(w, o);

	if (obj_kind(w, o) == KIND_OLD_INSTANCE && obj_field(w, o, OLD_INSTANCE_CLASS))
		return obj_field(
			w, obj_field(w, o, OLD_INSTANCE_CLASS), OLD_CLASS_NAME);
	return class && obj_payload(w, class) ? obj_field(w, class, TYPE_NAME) : 0;
}

void obj_born(struct world *w, obj_id o)
{
	world_event(w,
		(struct event){.kind = EV_ALLOC,
			.object = obj_serial(w, o),
			.atom = obj_is_atom(w, o),
			.index = o,
			.name = symbol_of(w, type_name_object(w, o)),
			.now = obj_rc(w, o)});
}

struct event place_event(struct world *w, obj_id o, const struct place *p)
{
	struct event e = {.object = obj_serial(w, o),
		.atom = obj_is_atom(w, o),
		.now = obj_rc(w, o)};

	if (!p) {
		e.place = PLACE_TEMPORARY;
		return e;
	}
	e.place = p->place;
	e.other = p->holder ? obj_serial(w, p->holder) : 0;
	e.index = p->index;
	e.name = symbol_of(w, p->name);
	return e;
}

/* The count was raised by RAISED before the event. */
static void announce(struct world *w, enum event_kind kind, obj_id o,
	const struct place *p, uint32_t raised)
{
	struct event e;

	w->step++;
	if (!w->arena.recording)
		return;
	e = place_event(w, o, p);
	e.kind = (uint8_t)kind;
	e.was = obj_immortal(w, o) ? e.now : e.now - raised;
	world_record(w, e);
}

void incref(struct world *w, obj_id o, const struct place *p)
{
	hold(w, o);
	announce(w, EV_INCREF, o, p, 1);
}

void announce_bind(struct world *w, obj_id o, const struct place *p, uint32_t raised)
{
	announce(w, EV_BIND, o, p, raised);
}

/* Slots that are looked at together: a block without branches. */
#define SEARCHED 64

obj_id obj_by_serial(const struct world *w, uint32_t serial)
{
	const uint32_t *serials = w->arena.w + BASE_SERIAL;
	uint32_t slots = reg(w, REG_SLOTS);
	obj_id o = OBJ_NONE;

	for (uint32_t found = 0; !found && o < slots; o += SEARCHED) {
		for (uint32_t i = 0; i < SEARCHED; i++)
			found |= serials[o + i] == serial;
	}
	for (o = o > SEARCHED ? o - SEARCHED : 0; o < slots; o++) {
		if (obj_serial(w, o) == serial && obj_kind(w, o) != KIND_NONE)
			return o;
	}
	return 0;
}
