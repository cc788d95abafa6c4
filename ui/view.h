#ifndef GCREFS_VIEW_H
#define GCREFS_VIEW_H

#include <stdbool.h>

#include "canvas.h"
#include "scene.h"

struct placing;
struct past_death;
struct report;
struct weave_memory;

/* What a click on a place means. */
enum spot_kind {
	SPOT_OBJECT, /* `what`: serial */
	SPOT_LINE,   /* of source */
	SPOT_STEP
};

struct spot {
	struct canvas_rect place;
	enum spot_kind kind;
	uint64_t what;
};

enum {
	SPOTS = 1024
};

struct spots {
	struct spot at[SPOTS];
	int count;
};

/* Adds one, if there is room; S NULL: nobody asks. */
void spots_add(
	struct spots *s, struct canvas_rect place, enum spot_kind kind, uint64_t what);

/*
 * A view draws one side of a scene on a canvas, which is its whole area.  It
 * keeps nothing: what it has to remember (how far it is scrolled) is in the
 * view_place of its pane.
 */
struct view_place {
	bool focused;
	int scroll;              /* rows from where it would be by itself */
	int reveal;              /* row to be seen, from 1; 0: none */
	int line;                /* of source, under the user's cursor; 0: none */
	int cursor_x, cursor_y;  /* out: where the selection is; -1: nowhere */
	struct placing *placing; /* of the graph */
	struct spots *spots;     /* where things are is added; NULL: nobody asks */
	const struct report *answer; /* to the last question; NULL: none */
	const struct past_death *death; /* of the selected object; NULL: not known */
	struct weave_memory *lanes; /* of the lists; NULL: every frame for itself */
	int tile_by;             /* enum tile_by */
	int tile_columns, tile_rows; /* out: tiles there is room for */
	int pan_x, pan_y;        /* of the graph: cells from where it would be; made valid */
};

struct view {
	const char *name; /* on the command line, and as the pane's title */
	void (*draw)(struct canvas *c, const struct scene *s, struct view_place *p);
};

enum view_id {
	VIEW_GRAPH,
	VIEW_SOURCE,
	VIEW_LISTS,
	VIEW_OBJECT,
	VIEW_OUTPUT,
	VIEW_STORY,
	VIEW_TIMELINE,
	VIEW_TILES,
	VIEW_ANSWER,
	VIEW_LAST_PANE = VIEW_ANSWER, /* up to here a digit leads there */
	VIEW_EXPLAIN,
	VIEW_COUNTERS,
	VIEW_COUNT
};

extern const struct view views[VIEW_COUNT];

/* The view called NAME ("graph", "list", "source", "tiles:age" ...), or -1. */
int view_find(const char *name);
/* What the tiles show by the name of the view: "tiles:age"; -1: nothing special. */
int view_tile_by(const char *name);

/* One file each. */
void view_graph_draw(struct canvas *c, const struct scene *s, struct view_place *p);
void view_source_draw(struct canvas *c, const struct scene *s, struct view_place *p);
void view_lists_draw(struct canvas *c, const struct scene *s, struct view_place *p);
void view_object_draw(struct canvas *c, const struct scene *s, struct view_place *p);
void view_output_draw(struct canvas *c, const struct scene *s, struct view_place *p);
void view_story_draw(struct canvas *c, const struct scene *s, struct view_place *p);
void view_timeline_draw(struct canvas *c, const struct scene *s, struct view_place *p);
void view_tiles_draw(struct canvas *c, const struct scene *s, struct view_place *p);
void view_answer_draw(struct canvas *c, const struct scene *s, struct view_place *p);
void view_explain_draw(struct canvas *c, const struct scene *s, struct view_place *p);
void view_counters_draw(struct canvas *c, const struct scene *s, struct view_place *p);

/* Rows of the lists view, for moving the selection up and down: the serial of
 * the object DELTA rows from the selected one; 0: none. */
uint32_t view_lists_neighbour(const struct scene *s, int delta);

/* The object that stands for the next tile in a direction that is not empty; 0.  P as
 * view_tiles_draw() left it. */
uint32_t view_tiles_neighbour(
	const struct scene *s, const struct view_place *p, int dx, int dy);

/* The shown object nearest to the selected one in a direction (-1, 0, 1); 0. */
uint32_t view_graph_neighbour(
	const struct scene *s, struct placing *placing, int dx, int dy);

/* A scrolled text: rows drawn one after another, those before `from` skipped. */
struct rows {
	struct canvas *c;
	int y;     /* on the canvas; negative: above it */
	int count; /* rows so far */
};
struct rows rows_start(struct canvas *c, int scroll);
/* The next row's place on the canvas. */
int rows_next(struct rows *r);
void rows_text(struct rows *r, int x, const char *text, unsigned style);
/* The lines of a report, the first FROM left out, broken into rows. */
void view_report_rows(struct rows *r, const struct report *report, uint32_t from);
/* A text broken into rows. */
void rows_wrap(struct rows *r, int x, const char *text, unsigned style);

#endif
