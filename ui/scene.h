#ifndef GCREFS_SCENE_H
#define GCREFS_SCENE_H

#include "graph_choice.h"
#include "machine.h"
#include "narrate.h"
#include "query_follow.h"
#include "scenario.h"
#include "stops.h"
#include "timeline.h"

/*
 * What there is to show at one step: everything a view reads.  Made anew for
 * every frame, from the machine and the step alone, so that a step looks the
 * same however it was reached.
 */
struct ghost {
	uint32_t serial; /* of an object freed a few steps ago */
};

/* A reference that went away a few steps ago. */
struct ghost_reference {
	uint32_t from, to; /* serials */
};

enum {
	GHOSTS = 32
};

struct scene {
	const struct machine *machine;
	const struct world *w;
	const struct scenario *scenario;
	const struct timeline *timeline;
	const struct stops *stops; /* NULL: none */
	struct naming *names;
	struct narrator narrator;
	struct query_follow *follow;       /* what QUERY and the picture are borrowed from */
	struct query_follow *own;          /* the same when nobody gave one; else NULL */
	struct query query;
	const struct graph_choice *choice; /* what the graph shows of it */
	struct picture_options options;    /* that follow from it */
	uint64_t step;
	struct event event; /* that led here */
	struct ghost ghosts[GHOSTS];
	int ghost_count;
	struct ghost_reference removed[GHOSTS];
	int removed_count;
	int line;               /* of source: about to run, or running; 0: none */
	int line_done;          /* the one that ran before it; 0: none */
	bool at_line;           /* `line` has not begun yet */
	uint32_t selected;      /* serial of the selected object; 0: none */
	obj_id selected_object; /* 0: none, or it is gone */
	bool chosen;            /* by the user; else it follows the steps */
	uint32_t way[2];        /* the reference that the user followed */
	const char *language;   /* of captions: "", "zh" */
};

/* What does not change from step to step, for scene_init(). */
struct scene_source {
	const struct machine *machine;
	const struct scenario *scenario;
	const struct timeline *timeline;
	const struct stops *stops; /* NULL: none */
	struct naming *names;
	struct query_follow *follow;       /* of this machine; NULL: a query is made */
	const struct graph_choice *choice; /* NULL: the usual one */
	uint32_t chosen; /* serial selected by the user; 0: none */
	uint32_t way[2]; /* boxes of the reference followed last; 0: none */
	const char *language;
};

/* Good until the machine moves; to be freed. */
void scene_init(struct scene *s, const struct scene_source *from);
void scene_free(struct scene *s);

/* The picture of the heap, as the scene's choice wants it; borrowed. */
const struct picture *scene_picture(const struct scene *s);

/* Whether the present event is about this object. */
bool scene_is_visited(const struct scene *s, uint32_t serial);

/* Its numbers for a row or a box: "2" or "2→1" when the present event changed
 * it; gc_refs: "" when no collection looks at it.  Returns whether it changed. */
bool scene_refcount(const struct scene *s, obj_id o, struct strbuf *out);
bool scene_gc_refs(const struct scene *s, obj_id o, struct strbuf *out);

/* Whether the event that led to where the machine is concerns something that the
 * picture shows: where a step stops.  Others (the interpreter's own objects, parts of
 * classes) are passed over.  S has a query_follow. */
bool scene_is_worth_a_stop(const struct scene_source *s);

/* Whether objects of the type with this name are shown as boxes. */
bool scene_is_container_type(const char *type);

/* Marks of its state: "X", "XF" when __del__ has run, "" for live. */
void scene_badge(const struct scene *s, obj_id o, struct strbuf *out);

/* These, with the generation before them ("1XF"; nothing when it is in none) and
 * behind them "f" for a finalizer that has not run, "w" for weak references. */
void scene_marks(const struct scene *s, obj_id o, struct strbuf *out);

/* The style that goes with a state. */
unsigned state_style(enum object_state s);

#endif
