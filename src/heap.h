#ifndef GCREFS_HEAP_H
#define GCREFS_HEAP_H

#include <stdbool.h>
#include <stddef.h>

#include "world.h"

/*
 * Objects: slots with columns, blocks for their contents, reference counts.
 *
 * Nothing here runs Python code or frees what an object refers to: that is
 * dealloc.h, which heap's callers reach through drop() there.
 */

/* Kinds, and where each keeps its references. */
enum kind {
#define KIND(name, text, fields, shape, flags) KIND_##name,
#include "kinds.def"
#undef KIND
	KIND_COUNT
};

enum shape { SHAPE_FIELDS, SHAPE_ITEMS, SHAPE_DICT, SHAPE_SET, SHAPE_FRAME };

#define KIND_GC 1u

struct kind_info {
	const char *name;
	uint8_t fields;
	uint8_t shape;
	uint8_t flags;
};

extern const struct kind_info kind_table[KIND_COUNT];

/* Fixed fields by kind: index into the payload block.  References first, in
 * tp_traverse order; after FIELDS of kinds.def plain words. */
enum field {
	TYPE_DICT = 0, TYPE_MRO, TYPE_BASES, TYPE_BASE, TYPE_MODULE,
	TYPE_NAME, TYPE_QUALNAME, /* owned too, not traversed */
	TYPE_WEAKREF,		/* ... the weak reference by which its bases know it */
	TYPE_KIND,		/* enum kind of its instances */
	TYPE_FLAGS,		/* enum type_flag */
	TYPE_BUILTIN,		/* enum builtin_type + 1; 0: a class statement */
	TYPE_KEYS, TYPE_KEY_COUNT, /* 3.11+: block of names (owned), shared-key order */
	TYPE_KEYS_USABLE,	/* keys that may still be added */
	TYPE_SLOTS, TYPE_SLOT_COUNT, /* __slots__: block of names (owned) in layout order, all bases' first */
	TYPE_SUBCLASSES,	/* first direct subclass; linked through TYPE_SIBLING */
	TYPE_SIBLING,
	TYPE_WORDS,

	OLD_CLASS_BASES = 0, OLD_CLASS_DICT, OLD_CLASS_NAME, OLD_CLASS_WORDS,
	OLD_INSTANCE_CLASS = 0, OLD_INSTANCE_DICT,
	OLD_INSTANCE_TRACEBACK,	/* while it is raised */
	OLD_INSTANCE_WORDS,

	FUNCTION_CODE = 0, FUNCTION_GLOBALS, FUNCTION_BUILTINS, FUNCTION_MODULE,
	FUNCTION_DEFAULTS, FUNCTION_KWDEFAULTS, FUNCTION_DOC, FUNCTION_NAME,
	FUNCTION_DICT, FUNCTION_CLOSURE, FUNCTION_ANNOTATIONS, FUNCTION_QUALNAME,
	FUNCTION_WORDS,

	METHOD_FUNCTION = 0, METHOD_SELF, METHOD_CLASS, METHOD_WORDS,

	BUILTIN_SELF = 0, BUILTIN_MODULE, BUILTIN_ID, BUILTIN_WORDS,

	CELL_CONTENT = 0, CELL_WORDS,

	MODULE_DICT = 0, MODULE_WORDS,

	WEAKREF_CALLBACK = 0,
	WEAKREF_REFERENT,	/* not owned; 0: dead */
	WEAKREF_HASH, WEAKREF_HASH_HIGH, WEAKREF_HASHED,
	WEAKREF_PREV, WEAKREF_NEXT, /* the list of the referent's weakrefs */
	WEAKREF_WORDS,

	ITERATOR_SOURCE = 0, ITERATOR_FUNCTION, ITERATOR_EXTRA,
	ITERATOR_POSITION, ITERATOR_POSITION_HIGH, ITERATOR_SIZE, ITERATOR_STEP,
	ITERATOR_WORDS,

	RANGE_START = 0, RANGE_STOP, RANGE_STEP, RANGE_WORDS,
	SLICE_START = 0, SLICE_STOP, SLICE_STEP, SLICE_WORDS,
	VIEW_DICT = 0, VIEW_WORDS,

	PROPERTY_GET = 0, PROPERTY_SET, PROPERTY_DELETE, PROPERTY_DOC, PROPERTY_NAME,
	PROPERTY_WORDS,
	WRAPPER_CALLABLE = 0, WRAPPER_DICT, WRAPPER_WORDS,
	SUPER_OBJECT = 0, SUPER_TYPE, SUPER_OBJECT_TYPE, SUPER_WORDS,
	DESCRIPTOR_TYPE = 0, DESCRIPTOR_NAME, DESCRIPTOR_ID, DESCRIPTOR_WORDS,

	EXCEPTION_ARGS = 0, EXCEPTION_TRACEBACK, EXCEPTION_CAUSE,
	EXCEPTION_CONTEXT, EXCEPTION_VALUE, EXCEPTION_MESSAGE,
	EXCEPTION_NAME, EXCEPTION_OBJECT, /* 3.10+: what was not found, and in what */
	EXCEPTION_SUPPRESS, EXCEPTION_WORDS,

	TRACEBACK_NEXT = 0, TRACEBACK_FRAME, TRACEBACK_LINE, TRACEBACK_PC,
	TRACEBACK_WORDS,

	/* A frame object; its slots follow FRAME_OBJECT_HEAD when the frame has ended. */
	FRAME_OBJECT_BACK = 0, FRAME_OBJECT_CODE, FRAME_OBJECT_GLOBALS,
	FRAME_OBJECT_NAMES, FRAME_OBJECT_FUNCTION,
	FRAME_OBJECT_RUNNING,	/* index of its frame on the stack; 0: ended */
	FRAME_OBJECT_LINE,
	FRAME_OBJECT_CLEARED,	/* the collector has emptied it: its generator is finished */
	FRAME_OBJECT_SLOTS,	/* how many follow */
	FRAME_OBJECT_HEAD,

	/* A generator.  While it is suspended the slots of its frame follow
	 * GENERATOR_HEAD; up to 3.10 they are those of its frame object. */
	GENERATOR_FRAME = 0,	/* the frame object, if there is one */
	GENERATOR_CODE, GENERATOR_NAME, GENERATOR_QUALNAME, GENERATOR_FUNCTION,
	GENERATOR_FRAME_CODE, GENERATOR_GLOBALS, /* of the suspended frame */
	GENERATOR_STATE,	/* enum generator_state */
	GENERATOR_PC,		/* the operation it is suspended in */
	GENERATOR_RUNNING,	/* index of its frame on the stack */
	GENERATOR_SLOTS,	/* how many follow; the last one: what it handles */
	GENERATOR_HEAD,

	/* KIND_PARTS of type T_FILE: the stream, 1 or 2; 2.7: a space is due. */
	PARTS_STREAM = 4, PARTS_SOFTSPACE, PARTS_WORDS,
};

/* Payload of a dict: a head, entries of four words, and from 3.6 on the table
 * of indices (entry + 1; 0: free, DICT_DELETED: was used).  On 2.7 the entries
 * are the table itself, and a deleted one has key 0 and hash high ENTRY_DUMMY.
 * n: live entries. */
enum dict_word {
	DICT_LOG2,		/* of the table's size; 0: no table yet */
	DICT_ENTRIES,		/* entries to look at: used ones, or the table's size */
	DICT_FILL,		/* entries taken: used and deleted ones */
	DICT_GENERAL,		/* 1: a key that is no str was stored (3.x) */
	DICT_VERSION,		/* see dict_version() */
	DICT_KEYS,		/* class whose shared keys order the values; not owned; 0: none */
	DICT_KEYS_SERIAL,	/* of that class, to know whether it is still there */
	DICT_HEAD
};
enum dict_entry { ENTRY_HASH, ENTRY_HASH_HIGH, ENTRY_KEY, ENTRY_VALUE, ENTRY_WORDS };
#define DICT_DELETED 0xffffffffu
#define ENTRY_DUMMY 1u

/* Payload of a set: a head and the table of {hash, hash high, key}.  A deleted
 * entry has key 0 and hash high ENTRY_DUMMY. */
enum set_word {
	SET_LOG2, SET_FILL, SET_VERSION, SET_HASH, SET_HASH_HIGH, SET_HASHED,
	SET_FINGER,		/* where pop() looks first */
	SET_HEAD
};
enum set_entry { SET_ENTRY_HASH, SET_ENTRY_HASH_HIGH, SET_ENTRY_KEY, SET_ENTRY_WORDS };

/* Payload of str and bytes: a head and the bytes (UTF-8; lone surrogates in
 * their three-byte form).  n: bytes. */
enum text_word { TEXT_HASH, TEXT_HASH_HIGH, TEXT_HASHED, TEXT_CHARS, TEXT_HEAD };

/* Payload of a list: room for items, items; of a tuple, code: items. */
enum list_word { LIST_CAPACITY, LIST_HEAD };
/* Of a deque: room for items, how much of it is free at the start, the maxlen + 1 (0:
 * none), items. */
enum deque_word { DEQUE_CAPACITY, DEQUE_START, DEQUE_LIMIT, DEQUE_HEAD };

/* Attribute storage (column ATTRS): dict, then __slots__ values, then inline
 * values by the class's shared keys, then the order they were stored in. */
enum attrs_word {
	ATTRS_DICT,		/* the __dict__, owned; 0: none (yet) */
	ATTRS_SLOT_COUNT,
	ATTRS_CAPACITY,		/* inline values there is room for */
	ATTRS_USED,		/* inline values that are set */
	ATTRS_HEAD
};

/* Words of the block in TYPE_KEYS (CPython 3.11: SHARED_KEYS_MAX_SIZE). */
#define SHARED_KEYS_MAX 30

enum type_flag {
	TYPE_HEAP = 1,		/* made by a class statement or type() */
	TYPE_HAS_DEL = 2,	/* __del__ found along the mro: kept up to date */
	TYPE_HAS_DICT = 4,	/* instances have a __dict__ */
	TYPE_HAS_WEAK = 8,	/* instances can be weakly referenced */
	TYPE_BASE_ALLOWED = 16,	/* may be subclassed */
	TYPE_IS_EXCEPTION = 32,
	TYPE_HAS_HASH = 64,	/* the rest: a special method in Python along the mro */
	TYPE_HAS_EQ = 128,
	TYPE_HAS_GETATTRIBUTE = 256,
	TYPE_HAS_GETATTR = 512,
	TYPE_READY = 1024,
	TYPE_HAS_SETATTR = 2048, /* or __delattr__, in Python */
	TYPE_ABSTRACT = 1 << 19, /* __abstractmethods__ are not empty */
	TYPE_NATIVE = 1 << 20,	/* of the library, C code in CPython */
	TYPE_HAD_SUBCLASS = 1 << 21, /* keeps a list of subclasses */
};

/* Bits above the kind in the META column. */
enum object_flag {
	OBJECT_FINALIZED = 1 << 8,	/* its __del__ has run (3.4+) */
	OBJECT_DYING = 1 << 11,		/* its deallocation is under way */
	OBJECT_BIG = 1 << 12,		/* int: limbs in a block; n: their number */
	OBJECT_NEGATIVE = 1 << 13,	/* sign of a big int */
	OBJECT_INTERNED = 1 << 14,
	OBJECT_ASCII = 1 << 15,		/* str: bytes are characters */
	OBJECT_FROZEN = 1 << 16,	/* set: is a frozenset */
	OBJECT_INPLACE = 1 << 17,	/* attributes inline, not yet a __dict__ */
	OBJECT_HEAP_CLASS = 1 << 18,	/* its class was made by a class statement */
	OBJECT_WEAKREFED = 1 << 20,	/* a weak reference to it was made */
	OBJECT_EMBEDDED = 1 << 23,	/* dict: its values are still an instance's own (3.13.0) */
	OBJECT_RAW = 1 << 22,		/* exception that C code raised and nobody caught yet (to 3.7) */
	OBJECT_TYPE_ALONE = 1 << 24,	/* exception that is a type only, until it is caught (close(); to 3.11) */
	OBJECT_ROOMY = 1 << 26,		/* dict: CPython made its table before the first entry */
	OBJECT_UNMADE = 1 << 25,	/* CPython has no such object (yet): it does not count */
	OBJECT_FRAME_KEPT = 1 << 21,	/* code: keeps a frame for its next call (to 3.10) */
	OBJECT_UNCOLLECTABLE = 1 << 19,	/* found to be so (2.7); for the views */
};

/* Slots with a fixed meaning. */
enum {
	/* Heads of the gc lists, see gclist.h. */
	GC_LIST_FIRST = 1, GC_LIST_LAST = 15,
	OBJ_NONE = 16, OBJ_TRUE, OBJ_FALSE, OBJ_ELLIPSIS, OBJ_NOT_IMPLEMENTED,
	OBJ_EMPTY_TUPLE, OBJ_EMPTY_STR, OBJ_EMPTY_BYTES,
	OBJ_SMALL_INT_FIRST = 24, /* -5 */
	OBJ_SMALL_INT_LAST = OBJ_SMALL_INT_FIRST + 5 + 256,
	OBJ_LATIN1 = OBJ_SMALL_INT_LAST + 1, /* one-character str U+0000..U+00FF */
	OBJ_BYTE = OBJ_LATIN1 + 256, /* one-byte bytes */
	OBJ_TYPES = OBJ_BYTE + 256,
};

enum builtin_type {
#define TYPE(id, kind, base, name2, name3) T_##id,
#include "types.def"
#undef TYPE
	T_COUNT
};

static inline obj_id type_object(enum builtin_type t)
{
	return OBJ_TYPES + (obj_id)t;
}

enum name {
#define NAME(id, text) N_##id,
#include "names.def"
#undef NAME
	N_COUNT
};

/* The str object of a name that always exists. */
static inline obj_id name_object(enum name n)
{
	return OBJ_TYPES + T_COUNT + (obj_id)n;
}

#define OBJ_FIRST_FREE (OBJ_TYPES + T_COUNT + N_COUNT)

/* Where the slots of a frame object or generator begin; the word before says how
 * many there are. */
static inline uint32_t frame_slots_head(enum kind kind)
{
	return kind == KIND_GENERATOR ? (uint32_t)GENERATOR_HEAD : (uint32_t)FRAME_OBJECT_HEAD;
}

#define RC_IMMORTAL 0xffffffffu

/* Reading an object. */

static inline uint32_t obj_meta(const struct world *w, obj_id o)
{
	return word(w, BASE_META + o);
}

static inline enum kind obj_kind(const struct world *w, obj_id o)
{
	return (enum kind)(obj_meta(w, o) & 0xff);
}

static inline bool obj_flag(const struct world *w, obj_id o, uint32_t flag)
{
	return obj_meta(w, o) & flag;
}

static inline bool obj_is_gc(const struct world *w, obj_id o)
{
	return kind_table[obj_kind(w, o)].flags & KIND_GC;
}

static inline uint32_t obj_rc(const struct world *w, obj_id o)
{
	return word(w, BASE_RC + o);
}

static inline bool obj_immortal(const struct world *w, obj_id o)
{
	return obj_rc(w, o) == RC_IMMORTAL;
}

/* Whether views pass over it: no container, or there for ever. */
static inline bool obj_is_atom(const struct world *w, obj_id o)
{
	return !obj_is_gc(w, o) || obj_immortal(w, o);
}

/* Its type: a KIND_TYPE object.  Owned by the object when TYPE_HEAP. */
static inline obj_id obj_class(const struct world *w, obj_id o)
{
	return word(w, BASE_CLASS + o);
}

/* Birth number: names the object outside the engine, for ever. */
static inline uint32_t obj_serial(const struct world *w, obj_id o)
{
	return word(w, BASE_SERIAL + o);
}

/* There are no addresses: what id() says, different for all objects that are
 * and were. */
static inline uint64_t obj_address(const struct world *w, obj_id o)
{
	return UINT64_C(0x7f0000000000) + UINT64_C(16) * obj_serial(w, o);
}

/* Hash by identity: Python/pyhash.c, _Py_HashPointer. */
static inline uint64_t address_hash(const struct world *w, obj_id o)
{
	uint64_t address = obj_address(w, o);

	return address >> 4 | address << 60;
}

/* Index of the first word of its payload block; 0: none. */
static inline uint32_t obj_payload(const struct world *w, obj_id o)
{
	return word(w, BASE_BODY + 2 * o);
}

/* Number of items (list, tuple), bytes (str, bytes), live entries (dict, set). */
static inline uint32_t obj_n(const struct world *w, obj_id o)
{
	return word(w, BASE_BODY + 2 * o + 1);
}

/* Payload word I: a field of the kinds with fixed fields, an item, ... */
static inline uint32_t obj_field(const struct world *w, obj_id o, uint32_t i)
{
	return word(w, obj_payload(w, o) + i);
}

/* Attribute storage of an instance of a class: see attrs.h.  0: none yet. */
static inline uint32_t obj_attrs(const struct world *w, obj_id o)
{
	return word(w, BASE_ATTRS + o);
}

/* First weak reference to it; 0: none. */
static inline obj_id obj_weak(const struct world *w, obj_id o)
{
	return word(w, BASE_WEAK + o);
}

static inline bool obj_tracked(const struct world *w, obj_id o)
{
	return word(w, BASE_LINKS + 2 * o) != 0;
}

static inline bool type_has(const struct world *w, obj_id type, uint32_t flag)
{
	return obj_field(w, type, TYPE_FLAGS) & flag;
}

/* Whether TYPE (0: none) was made by a class statement, the library's included. */
static inline bool type_is_heap(const struct world *w, obj_id type)
{
	return type && type_has(w, type, TYPE_HEAP);
}

/* Writing. */

static inline void set_obj_meta(struct world *w, obj_id o, uint32_t meta)
{
	set_word(w, BASE_META + o, meta);
}

static inline void set_obj_flag(struct world *w, obj_id o, uint32_t flag, bool on)
{
	uint32_t meta = obj_meta(w, o);

	set_obj_meta(w, o, on ? meta | flag : meta & ~flag);
}

static inline void set_obj_payload(struct world *w, obj_id o, uint32_t block)
{
	set_word(w, BASE_BODY + 2 * o, block);
}

static inline void set_obj_n(struct world *w, obj_id o, uint32_t n)
{
	set_word(w, BASE_BODY + 2 * o + 1, n);
}

static inline void set_obj_field(struct world *w, obj_id o, uint32_t i, uint32_t value)
{
	set_word(w, obj_payload(w, o) + i, value);
}

/* Blocks: powers of two from 4 words.  The contents of a new block are what
 * was left there: write before you read. */

/* log2 of the size of a block for WORDS. */
static inline uint32_t block_log2(uint32_t words)
{
	return words <= 4 ? 2 : 32 - (uint32_t)__builtin_clz(words - 1);
}

/* Words that a request for WORDS really gets. */
uint32_t block_size(uint32_t words);
uint32_t block_new(struct world *w, uint32_t words);
/* Frees a block got with the same WORDS (or another of the same size class). */
static inline void block_free(struct world *w, uint32_t block, uint32_t words)
{
	uint32_t log2 = block_log2(words);

	set_reg(w, REG_WORDS, reg(w, REG_WORDS) - (1u << log2));
	set_word(w, block, reg(w, REG_FREE_BLOCK + log2));
	set_reg(w, REG_FREE_BLOCK + log2, block);
}
/* Moves COUNT words into a new block for NEW_WORDS, freeing the old one; the
 * same block when its size class does not change. */
uint32_t block_resize(struct world *w, uint32_t block, uint32_t old_words,
	uint32_t new_words, uint32_t count);
/* Words of O's payload block that were asked for; 0: it has none. */
uint32_t obj_payload_words(const struct world *w, obj_id o);
/* The same for its attribute storage. */
uint32_t obj_attrs_words(const struct world *w, obj_id o);
/* Whether WORDS more would stay within the memory limit. */
bool heap_has_room(const struct world *w, uint64_t words);

/* Takes a slot for a new object: refcount 1, the next serial, no payload,
 * untracked.  Holds CLASS when it is a heap type.  No event: announce with
 * obj_born() when its contents are in place. */
obj_id obj_new(struct world *w, enum kind kind, obj_id class);
void obj_born(struct world *w, obj_id o);

/* A new object of a kind with fixed fields, all zero. */
obj_id obj_new_fields(struct world *w, enum kind kind, obj_id class, uint32_t words);

/* Words that one object's columns take. */
#define OBJECT_WORDS 11

/* Gives slot O back (its contents are the caller's to free before).  Refcount
 * is zero.  Announces FREE.  The class reference is NOT dropped. */
static inline void obj_free(struct world *w, obj_id o)
{
	uint32_t serial = obj_serial(w, o);
	bool atom = arena_recording(&w->arena) && obj_is_atom(w, o);

	assert(obj_rc(w, o) == 0);
	assert(!obj_tracked(w, o));
	set_obj_meta(w, o, KIND_NONE);
	set_word(w, BASE_SERIAL + o, 0);
	set_word(w, BASE_LINKS + 2 * o, reg(w, REG_FREE_SLOT));
	set_reg(w, REG_FREE_SLOT, o);
	set_reg(w, REG_WORDS, reg(w, REG_WORDS) - OBJECT_WORDS);
	w->step++;
	if (arena_recording(&w->arena))
		world_record(w, (struct event){.kind = EV_FREE, .object = serial, .atom = atom});
}

/* One reference more, without an event of its own. */
static inline void hold(struct world *w, obj_id o)
{
	uint32_t rc = obj_rc(w, o);

	if (rc != RC_IMMORTAL)
		set_word(w, BASE_RC + o, rc + 1);
}

/* Where a reference is, for events. */
struct place {
	uint8_t place;		/* enum event_place */
	obj_id holder;		/* 0: a frame */
	uint32_t index;
	obj_id name;		/* a str, or 0 */
};

/* An event about a reference to O in P (NULL: a temporary); `kind` and `was` are
 * the caller's to set. */
struct event place_event(struct world *w, obj_id o, const struct place *p);

/* One reference more, announced as INCREF (a temporary when P is NULL). */
void incref(struct world *w, obj_id o, const struct place *p);

/* Announces BIND: O is now referred to from P; its count was raised before by
 * `raised` (0: the reference was moved there). */
void announce_bind(struct world *w, obj_id o, const struct place *p, uint32_t raised);

/* The object with SERIAL, if it is alive; else 0.  A linear search: front end only. */
obj_id obj_by_serial(const struct world *w, uint32_t serial);

/* References an object holds: slots 0 <= I < obj_slots() in tp_traverse order.
 * obj_slot() returns 0 for an empty one.  This one list serves the collector,
 * deallocation, the ledger, gc.get_referents and the drawing. */
struct slot {
	obj_id target;
	bool hidden;		/* owned, but not visited by tp_traverse */
	uint8_t place;		/* enum event_place */
	uint32_t index;
	obj_id name;		/* PLACE_ATTRIBUTE: the name; PLACE_KEY: the key */
};

uint32_t obj_slots(const struct world *w, obj_id o) __attribute__((pure));
/* How many of them, the first ones, are attributes: __slots__ values (those of
 * the most derived class first), the __dict__, inline values. */
uint32_t obj_attr_slots(const struct world *w, obj_id o);
/* Index of the word that slot I is in. */
uint32_t obj_slot_word(const struct world *w, obj_id o, uint32_t i);
obj_id obj_slot(const struct world *w, obj_id o, uint32_t i) __attribute__((pure));
struct slot obj_slot_info(const struct world *w, obj_id o, uint32_t i);

#endif
