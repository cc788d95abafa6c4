#ifndef GCREFS_QUERY_H
#define GCREFS_QUERY_H

#include "gc.h"
#include "gclist.h"

struct query_page;
struct strbuf;

/*
 * Questions about one state of the world, for whoever shows it.  Nothing here
 * changes anything.
 *
 * A query is made for a state and is good until the next move.  Making it walks
 * the heap once: the lists, and everything that can be reached from a root.  Who
 * moves step by step keeps it up to date instead: query_follow.h.
 *
 * Objects are shown with small numbers: the serial, counted from the first
 * object that the program itself makes (`Node #7`).  What existed before the
 * first step is numbered from the end of it: `dict #-3`.
 */
struct query {
	const struct world *w;
	uint32_t first_serial; /* of the program's own first object */
	uint32_t slots;        /* objects are smaller than this */
	struct gc_state gc;
	uint8_t *list;     /* [slots] enum gc_list it is in; 0: none */
	uint16_t *marks;   /* [slots] enum query_mark */
	obj_id *owner;     /* [slots] what it is a hidden part of; 0: nothing */
	uint32_t *holders; /* [slots] references to it, as query_reference() has them */
	struct query_page *pages; /* see query_pages.h */
};

enum query_mark {
	QUERY_REACHABLE = 1, /* from a root, gc.garbage not among them */
	QUERY_GARBAGE = 2,   /* from gc.garbage */
	QUERY_ATOM = 4,      /* a value without references: shown where it is used */
	QUERY_SHARED = 8,    /* a part that others than its owner refer to, too */
	QUERY_HELD = 16,     /* the operation under way holds a reference to it */
	QUERY_IMMORTAL = 32, /* there for ever */
	QUERY_FREE = 64,     /* a slot without an object */
	QUERY_FLAGGED = 128, /* found to be uncollectable by the running collection */
	QUERY_FIRM = 256     /* reachable, temporaries and what is held left aside */
};

/* FIRST_SERIAL: the register REG_SERIAL at step 0.  To be freed. */
void query_init(struct query *q, const struct world *w, uint32_t first_serial);
void query_free(struct query *q);

/* What each object's list is, and whether more refer to O than are known, made anew:
 * for query_follow.c. */
void query_find_lists(struct query *q);
bool query_is_held(const struct query *q, obj_id o);

/*
 * Every reference there is, in a fixed order: registers, frames from the
 * innermost out, objects by slot.  The number of references to an object is
 * its refcount.
 */
enum holder {
	HOLDER_REGISTER, /* the interpreter itself; `index`: enum reg */
	HOLDER_FRAME,    /* `frame`, `index`: its slot, or one of the two below */
	HOLDER_OBJECT    /* `object`, `slot` */
};
#define FRAME_INDEX_RESULT 0xfffffffeu
#define FRAME_INDEX_OBJECT 0xfffffffdu

struct reference {
	enum holder holder;
	obj_id target;
	obj_id object;
	struct slot slot;
	uint32_t frame, index;
};

struct reference_cursor {
	enum holder stage;
	uint32_t frame, object, index, count;
};

/* Gives the next reference; false at the end.  Start with a zeroed cursor. */
bool query_reference(
	const struct world *w, struct reference_cursor *c, struct reference *r);

/* Whether a reference of the interpreter or of a frame stays for a while: it is no
 * temporary of an operation under way. */
bool query_is_firm(const struct world *w, const struct reference *r);

/* The holders of one object: the ledger.  Returns their number and the array in
 * *LIST (NULL when empty), to be freed. */
uint32_t query_ledger(const struct query *q, obj_id o, struct reference **list);

/* The place of a reference in words: "name b", "list #4[2]", "x in f()",
 * "a temporary of f()", "the call of f". */
void query_place(const struct query *q, const struct reference *r, struct strbuf *out);

/* The part that stands behind the holder's name: ".next", "[2]", "['key']". */
void query_slot_label(
	const struct query *q, obj_id holder, const struct slot *s, struct strbuf *out);

/* State of an object. */
enum object_state {
	STATE_LIVE,
	STATE_DEAD,
	STATE_CANDIDATE,
	STATE_REACHABLE,
	STATE_SET_ASIDE,
	STATE_UNREACHABLE,
	STATE_UNCOLLECTABLE,
	STATE_FREED,
	STATE_COUNT
};
enum object_state query_state(const struct query *q, obj_id o);
/* Whether the collection that runs looks at it: it has gc_refs. */
bool query_is_collected(const struct query *q, obj_id o);
/* Its word ("set aside") and mark ("?"; "" for live). */
const char *state_word(enum object_state s);
const char *state_mark(enum object_state s);

/* Names. */

/* The number behind the # for a serial. */
int64_t query_number(const struct query *q, uint32_t serial);
/* The name of O's class. */
void query_type_name(const struct query *q, obj_id o, struct strbuf *out);
/* "list #4"; "class Node", "function f", "module gc" have names instead. */
void query_name(const struct query *q, obj_id o, struct strbuf *out);
/* "Node", "f", "gc" for these; else the same. */
void query_own_name(const struct query *q, obj_id o, struct strbuf *out);
/* Its value on one line of at most about WIDTH characters: "[1, #5, 'x']",
 * "next=#8 name='a'"; text of the program's own is made printable. */
void query_value(const struct query *q, obj_id o, uint32_t width, struct strbuf *out);

/* Other facts. */
bool query_is_atom(const struct world *w, obj_id o); /* QUERY_ATOM */
bool query_has_finalizer(const struct world *w, obj_id o);
uint32_t query_weakrefs(const struct world *w, obj_id o);
/* The collector's lists that have something to show, in order; COUNT the room. */
const char *query_list_name(enum gc_list list);

/*
 * The picture of the heap: which objects are worth a box, and what refers to
 * what.  By default containers that the program made; options add the rest.
 * Hidden holders (classes, functions, names, the interpreter) appear as roots.
 */
struct picture_options {
	bool classes;  /* classes and functions are boxes too */
	bool unfolded; /* an instance's __dict__ is a box of its own */
};

struct picture_root {
	uint32_t id; /* PICTURE_ROOT | a hash of what it is */
	char *text;  /* "a", "f: x", "gc.garbage", "(temporary)" */
};
#define PICTURE_ROOT 0x80000000u

struct picture_edge {
	uint32_t from, to; /* serial of an object, id of a root */
	bool weak;
};

struct picture {
	obj_id *objects; /* sorted by serial */
	uint32_t object_count;
	struct picture_root *roots; /* sorted by text */
	uint32_t root_count;
	struct picture_edge *edges; /* sorted, each once */
	uint32_t edge_count;
};

void query_picture(
	const struct query *q, struct picture_options options, struct picture *p);
void picture_free(struct picture *p);
/* Whether O is worth a box under these options. */
bool query_is_shown(const struct query *q, struct picture_options options, obj_id o);
/* The same without a query, of what cannot be a hidden part of anything. */
bool query_can_be_part(const struct world *w, obj_id o);
bool query_is_shown_alone(const struct world *w, uint32_t first_serial,
	struct picture_options options, obj_id o);

#endif
