#ifndef GCREFS_APP_PART_H
#define GCREFS_APP_PART_H

#include "app.h"
#include "keymap.h"
#include "placing.h"
#include "strbuf.h"

/* Inside of app: only app*.c include this. */

enum {
	APP_PLACINGS = 6,
	APP_PANES = 12
};

/* The layouts for one size of the graph's area and one choice of what is in
 * it. */
struct app_placing {
	int columns, rows;
	enum glyph_set glyphs;
	struct picture_options options;
	struct placing *placing; /* NULL: free */
	unsigned used;           /* when, for the oldest to go */
};

struct app {
	const struct scenario *scenario;
	struct machine *machine;
	struct app_options options;
	struct naming *names;
	struct timeline timeline;
	struct app_placing placings[APP_PLACINGS];
	unsigned clock;
	struct picture_options picture;

	enum view_id focus;
	enum view_id tab; /* what the shared pane shows */
	bool tab_chosen;  /* by the user; else it follows the program */
	bool zoom;
	int scroll[VIEW_COUNT];
	uint32_t chosen;       /* serial of the object selected; 0: none */
	struct placing *graph; /* as drawn last */

	bool help;
	int help_scroll;
	bool playing;
	int pace; /* index into the speeds */
	enum theme theme;
	struct strbuf message; /* in place of the hints, until the next key */
};

/* app_move.c: the action as a move in time; returns false when it is none. */
bool app_move(struct app *a, enum action action);

/* app_panes.c: what is where on a screen of this size. */
struct app_pane {
	enum view_id view;
	struct canvas_rect place; /* of the view */
	struct canvas_rect title; /* of the rule above it; height 0: none */
	bool tabs;                /* the title names all views of the shared pane */
};

struct app_layout {
	struct app_pane panes[APP_PANES];
	int count;
	int status_row, hint_row; /* -1: none */
	int rule_x[2];            /* columns of vertical rules; 0: none */
	int rule_y, rule_height;
};

void app_arrange(const struct app *a, int columns, int rows, bool collecting,
	struct app_layout *out);

/* app_help.c */
void app_draw_help(struct app *a, struct canvas *c);

/* app.c */
void app_scene(struct app *a, struct scene *s);
struct placing *app_placing_for(struct app *a, const struct canvas *c);

#endif
