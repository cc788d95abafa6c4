#ifndef GCREFS_GRAPH_CHOICE_H
#define GCREFS_GRAPH_CHOICE_H

#include "query.h"

struct scene;

/*
 * What of the heap's picture the graph shows, and what it draws as one box: the
 * user's choice.  It names objects by their serials, so that it says the same at
 * every step.  A picture is rewritten by it before anything is laid out.
 */
enum graph_filter {
	FILTER_MINE,		/* the containers that the program made */
	FILTER_ALL,	/* its classes and functions too */
	FILTER_GENERATION,	/* what the collection looks at; else the list of focus */
	FILTER_UNREACHABLE,	/* what is dead, or not yet found to be alive */
	FILTER_NEIGHBOURS,	/* focus, and what is near it */
	FILTER_COUNT
};

/* Objects drawn as one box, whose id is the first one's serial. */
struct graph_fold {
	uint32_t *members;	/* serials, in order; owned */
	uint32_t count;
	bool cycle;		/* they refer to each other in a ring; else leaves */
};

struct graph_choice {
	enum graph_filter filter;
	bool unfolded;		/* an instance's __dict__ is a box of its own */
	bool labelled;		/* references have their names on them */
	uint32_t focus;		/* serial; 0: none */
	struct graph_fold *folds;
	uint32_t fold_count;
	unsigned number;	/* another one for every other choice */
};

/* One box of the graph. */
struct graph_figure {
	uint32_t id;		/* serial, or a root's id */
	obj_id object;		/* 0: a root, a fold, or a ghost */
	const char *root;	/* its text; borrowed from the picture */
	const struct graph_fold *fold;
	uint32_t members;	/* of the fold, those that there are */
	uint32_t more;		/* objects beside it that are not shown */
};

struct graph_figures {
	struct graph_figure *at;	/* sorted by id */
	int count;
	int objects;			/* how many are no roots */
	int left_out;			/* objects that are not shown */
	struct picture_edge *edges;	/* between ids of figures */
	uint32_t edge_count;
};

/* What a picture is made with for this choice. */
struct picture_options graph_choice_options(const struct graph_choice *c);

/* The figures of P, the picture of S, under the scene's choice: at most LIMIT
 * objects, the selected one among them.  To be freed before P. */
void graph_choose(const struct scene *s, const struct picture *p, int limit,
	struct graph_figures *out);
void graph_figures_free(struct graph_figures *f);

/* After figures were added: there is room for GHOSTS of them. */
void graph_figures_sort(struct graph_figures *f);

/* The figure with ID, or NULL. */
const struct graph_figure *graph_figure_find(
	const struct graph_figures *f, uint32_t id);

/* The id of the box in which the object with this serial is, folds and folded
 * parts considered. */
uint32_t graph_box_of(const struct scene *s, uint32_t serial);

/* Copies, with the same number; to be freed. */
struct graph_choice graph_choice_copy(const struct graph_choice *c);
void graph_choice_free(struct graph_choice *c);

/* Makes one box of objects: serials in any order, at least two; those that were
 * in other folds leave them whole. */
void graph_choice_fold(
	struct graph_choice *c, const uint32_t *serials, uint32_t count, bool cycle);
/* Undoes the fold that has this object; false: there is none. */
bool graph_choice_unfold(struct graph_choice *c, uint32_t serial);

/* The fold that has the object with this serial, or NULL. */
const struct graph_fold *graph_fold_of(
	const struct graph_choice *c, uint32_t serial);

/*
 * What can be drawn as one with an object, as serials in *LIST, to be freed; 0
 * when there is nothing.  Cycle: the objects that it reaches and that reach it.
 * Leaves: those that only it refers to, and that refer to nothing shown.
 */
uint32_t graph_cycle_of(const struct world *w, const struct picture *p,
	uint32_t serial, uint32_t **list);
uint32_t graph_leaves_of(const struct world *w, const struct picture *p,
	uint32_t serial, uint32_t **list);

#endif
