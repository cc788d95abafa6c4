#ifndef GCREFS_EVENT_H
#define GCREFS_EVENT_H

#include <stdint.h>

/*
 * The facts that a step can report.  An event is a plain value; it names
 * objects by serial (birth number, never reused; 0: none), so that it stays
 * true after the objects are gone.
 *
 *	kind		object		other		was / now
 *	START		-		-		before the first operation
 *	LINE		-		-		`line` is about to run
 *	BIND		new value	holder (0: name of a frame)	refcount
 *	UNBIND		old value	holder		refcount
 *	ALLOC		new object	-		0 / 1; `name` its type, `index` its slot
 *	INCREF DECREF	whose count	holder or 0	refcount
 *	FREE		freed object	-		-
 *	TRACK UNTRACK	container	-		generation
 *	CALL RETURN	function	argument 0 / result	depth of the call
 *	PRINT		-		-		stream 1 or 2 / bytes written
 *	RAISE		exception	-		-
 *	COUNT		-		-		count[0], `index` the generation
 *	GC_START	-		-		`index` generation, now: 1 automatic
 *	GC_PHASE	-		-		phase left / entered (enum gc_phase)
 *	COPY_REFS	container	-		- / gc_refs
 *	SUBTRACT_REF	referent	referrer	gc_refs
 *	KEEP		container	-		gc_refs, moves or stays reachable
 *	SET_ASIDE	container	-		gc_refs 0: tentatively unreachable
 *	RESCUE		referent	referrer	gc_refs 0 / 1
 *	REORDER		-		-		- / objects in the list
 *	WEAKREF_CLEAR	referent	weak reference	-
 *	WEAKREF_CALLBACK weak reference	callback	-
 *	FINALIZER	object		-		`now` 1: called by the collector
 *	RESURRECT	object		-		refcount
 *	CLEAR		container	-		tp_clear is called
 *	UNCOLLECTABLE	object		-		goes to gc.garbage
 *	DEFERRED	object		-		the trashcan keeps it for later
 *	PROMOTE		-		-		`index` from generation, was: to, now: how many
 *	GC_END		-		-		`index` generation, was: uncollectable, now: returned
 *	EXIT		-		-		the interpreter shuts down; now: phase
 *	END		-		-		now: exit status
 */
enum event_kind {
#define EVENT(name, text) EV_##name,
#include "event.def"
#undef EVENT
	EVENT_KINDS
};

/* Which place of `other` (or of a frame) an event is about. */
enum event_place {
	PLACE_NONE,
	PLACE_TEMPORARY,	/* operand stack; index: position */
	PLACE_LOCAL,		/* name */
	PLACE_GLOBAL,		/* name, in the module's dict */
	PLACE_CELL,		/* name, or none */
	PLACE_ATTRIBUTE,	/* name */
	PLACE_INDEX,		/* index: item of a list, tuple ... */
	PLACE_KEY,		/* value of a dict entry; index: entry */
	PLACE_FIELD,		/* index: field of a kind with fixed fields */
	PLACE_CLASS,		/* an instance's reference to its class */
	PLACE_DICT,		/* an instance's reference to its __dict__ */
};

struct event {
	uint8_t kind;		/* enum event_kind */
	uint8_t place;		/* enum event_place */
	uint16_t depth : 15;	/* how many Python frames run, module level: 1 */
	uint16_t atom : 1;	/* the object is no container, or exists for ever */
	int32_t line;		/* source line being executed; 0: none */
	uint32_t object;
	uint32_t other;
	uint32_t index;		/* see enum event_place and the table above */
	uint32_t name;		/* symbol of the name (see symbols.h); 0: none */
	uint32_t was;
	uint32_t now;
};

/* The name of a kind in traces, for example "subtract_ref". */
const char *event_kind_name(enum event_kind kind);

#endif
