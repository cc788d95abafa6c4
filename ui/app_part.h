#ifndef GCREFS_APP_PART_H
#define GCREFS_APP_PART_H

#include "app.h"
#include "branch.h"
#include "graph_choice.h"
#include "keymap.h"
#include "menu.h"
#include "placing.h"
#include "prompt.h"
#include "report.h"
#include "stops.h"
#include "strbuf.h"
#include "weave.h"

/* Inside of app: only app*.c include this. */

enum {
	APP_PLACINGS = 6,
	APP_PANES = 12,
	APP_BUTTONS = 48,
	APP_LETTERS = 26,
	APP_JUMPS = 100,
	APP_SIGHTS = 50,
	APP_CLASSES = 4,
	APP_BRANCHES = 8,
	APP_PRESSED = 3
};

/* The layouts for one size of the graph's area and one choice of what is in
 * it. */
struct app_placing {
	int columns, rows;
	enum glyph_set glyphs;
	unsigned choice;         /* its number */
	struct placing *placing; /* NULL: free */
	unsigned used;           /* when, for the oldest to go */
};

/* Boundaries between panes one above the other, which the user may move. */
enum app_cut {
	CUT_BELOW, /* above the explanation */
	CUT_RIGHT, /* in the column at the right: this one and the next */
	CUT_LEFT = CUT_RIGHT + 2,
	APP_CUTS = CUT_LEFT + 2
};

/* What is where on the screen. */
struct app_pane {
	enum view_id view;
	struct canvas_rect place; /* of the view */
	struct canvas_rect title; /* of the rule above it; height 0: none */
	bool tabs;                /* the title names all views of the shared pane */
	int cut;                  /* the boundary above it, enum app_cut; -1: is fixed */
};

struct app_layout {
	struct app_pane panes[APP_PANES];
	int count;
	int size_class;           /* below APP_CLASSES: whose sizes apply */
	int status_row, hint_row; /* -1: none */
	int rule_x[2];            /* columns of vertical rules; 0: none */
	int rule_y, rule_height;
};

/* A hint or the digit of a pane on the screen: a click does it. */
struct app_button {
	int x, y, width;
	enum action action;
};

/* What the left button holds on to. */
enum app_grip {
	GRIP_NOTHING,
	GRIP_RULE,    /* a vertical rule: the panes' sizes */
	GRIP_CUT,     /* a horizontal one */
	GRIP_GRAPH,   /* the picture */
	GRIP_TIMELINE
};

struct app_mouse {
	bool off;      /* the terminal keeps it, to select text */
	enum app_grip grip;
	int cut;       /* for GRIP_CUT */
	int x, y;      /* where it was last */
	uint64_t when; /* ms: of the last press */
};

/* What the user looks at, to come back to it. */
struct app_look {
	enum view_id focus;
	enum view_id tab; /* what the shared pane shows */
	bool tab_chosen;  /* by the user; else it follows the program */
	bool tiles;       /* the tiles stand in the graph's place */
	uint32_t chosen;  /* serial of the object selected; 0: none */
	int line;         /* of source, under the user's cursor; 0: follows */
};

/* Positions left by jumps: Ctrl-O goes back in them, Ctrl-N forward. */
struct app_jumps {
	uint64_t at[APP_JUMPS];
	int count;
	int now;       /* `count`: at none of them */
	uint64_t left; /* where the last jump began, if there was any */
	bool any;
};

/* What the graph showed before, to be taken back. */
struct app_sight {
	struct graph_choice choice;
	uint32_t chosen;
};

struct app_sights {
	struct app_sight at[APP_SIGHTS];
	int count;
	int now; /* those from here on were taken back */
};

/* The reference that was followed last. */
struct app_way {
	uint32_t start, end; /* serials: where it began, what was selected */
	uint32_t from, to;
	uint32_t index; /* of the references at the start */
	bool back;
};

struct app_branch {
	struct branch *branch; /* owned */
	char *statement;
	char *name;    /* NULL: it has none */
	uint64_t step; /* of the history it begins in */
	int parent;    /* number of that */
};

/* Number 0 is the program as it is; branch N is at[N - 1]. */
struct app_branches {
	struct app_branch at[APP_BRANCHES];
	int count;
	int now;
	struct machine *trunk;           /* while another one is looked at */
	uint64_t here[APP_BRANCHES + 1]; /* where each was left */
};

/* In front of a class: few panes, and the keys that were pressed last are shown. */
struct app_present {
	bool on;
	enum theme theme; /* the one before */
	struct {
		uint32_t code;
		enum action action;
	} keys[APP_PRESSED]; /* the last one first */
};

enum app_asking {
	ASK_NOTHING,
	ASK_COMMAND,
	ASK_STATEMENT,
	ASK_TEXT /* to find */
};

enum app_menu {
	APP_MENU_HELP,
	APP_MENU_STOPS,
	APP_MENU_SETTINGS,
	APP_MENU_BRANCHES,
	APP_MENU_TERMS,
	APP_MENU_FIRST /* any key closes it */
};

/* What is known of the death of an object, at a step. */
struct app_death {
	uint32_t serial;
	uint64_t asked_at;
	bool known;
	struct past_death death;
};

struct app {
	const struct scenario *scenario;
	struct machine *machine;
	struct app_options options;
	struct naming *names;
	struct query_follow *follow; /* of `machine` */
	struct timeline timeline;
	struct app_placing placings[APP_PLACINGS];
	unsigned clock;
	struct graph_choice choice;
	unsigned choices; /* how many there were */
	struct app_sights sights;
	struct app_way way;
	int pan_x, pan_y;     /* of the window over the graph, from where it would be */
	uint32_t panned_from; /* serial of the selection it began at */
	struct settings settings;
	struct keymap keymap;
	uint64_t now; /* ms, as the caller said last */

	struct app_look look;
	bool zoom;
	int scroll[VIEW_COUNT];
	int reveal[VIEW_COUNT]; /* row to be seen, from 1; 0: none */
	int side[APP_CLASSES];  /* columns the side is wider than usual */
	int cuts[APP_CLASSES][APP_CUTS]; /* rows that boundaries are lower */
	struct app_present present;
	struct placing *graph;  /* as drawn last */
	struct report answer;   /* to the last question */
	struct app_death death; /* of the selected object */
	struct weave_memory lanes; /* of the lists, as drawn last at step `lanes_at` */
	uint64_t lanes_at;
	int tile_by;            /* enum tile_by */
	int tile_columns, tile_rows; /* of the tiles, as drawn last */
	struct app_layout layout;
	int columns, rows; /* of the screen as drawn last */
	int edit_line;
	struct app_button buttons[APP_BUTTONS];
	int button_count;
	struct spots spots; /* as drawn last */
	struct app_mouse mouse;
	struct strbuf copied; /* for the clipboard */
	struct strbuf file;   /* name of one, for the screen's picture or recording */

	long count;             /* typed before a key; 0: none */
	uint64_t count_until;   /* ms: later the digits were no count */
	struct app_look before; /* the digits */
	enum action letter;     /* waits for one; ACTION_NONE: none */

	enum app_asking asking;
	struct prompt prompt;
	struct prompt_lines lines[3]; /* commands, texts, statements */
	struct strbuf wanted;         /* the text to find; empty: none */
	struct app_look found_from;   /* before the text was typed */

	struct menu menu;
	enum app_menu menu_kind;

	struct stops stops;
	struct app_branches branches;
	uint64_t marks[APP_LETTERS]; /* step + 1; 0: none */
	struct app_jumps jumps;

	bool playing;
	int pace;      /* index into the speeds */
	uint64_t tick; /* ms: the next step by itself */
	enum theme theme;
	struct strbuf message; /* in place of the hints, until the next key */
};

/* One thing to do. */
struct order {
	enum action action;
	long count;       /* 0: not said */
	const char *text; /* argument as typed; "": none */
};

/* app_do.c */
unsigned app_do(struct app *a, const struct order *o);
/* The number of times an order is for. */
long app_times(const struct order *o);
void app_say(struct app *a, const char *text);

/* What app_do() calls, by subject.  Each returns reactions. */
unsigned app_move(struct app *a, const struct order *o);
unsigned app_continue(struct app *a, const struct order *o);
unsigned app_break(struct app *a, const struct order *o);
unsigned app_watch(struct app *a, const struct order *o);
unsigned app_breaks(struct app *a, const struct order *o);
unsigned app_stop_number(struct app *a, const struct order *o);
unsigned app_what_if(struct app *a, const struct order *o);
unsigned app_branch(struct app *a, const struct order *o);
unsigned app_goto(struct app *a, const struct order *o);
unsigned app_mark(struct app *a, const struct order *o);
unsigned app_older(struct app *a, const struct order *o);
unsigned app_play(struct app *a, const struct order *o);
unsigned app_arrow(struct app *a, const struct order *o);
unsigned app_scroll(struct app *a, const struct order *o);
unsigned app_ends(struct app *a, const struct order *o);
unsigned app_cancel(struct app *a, const struct order *o);
unsigned app_find(struct app *a, const struct order *o);
unsigned app_find_next(struct app *a, const struct order *o);
unsigned app_picture(struct app *a, const struct order *o);
unsigned app_filter(struct app *a, const struct order *o);
unsigned app_fold(struct app *a, const struct order *o);
unsigned app_follow(struct app *a, const struct order *o);
unsigned app_touched(struct app *a, const struct order *o);
unsigned app_pan(struct app *a, const struct order *o);
unsigned app_undo(struct app *a, const struct order *o);
unsigned app_pane(struct app *a, const struct order *o);
unsigned app_size(struct app *a, const struct order *o);
unsigned app_height(struct app *a, const struct order *o);
unsigned app_set(struct app *a, const struct order *o);
unsigned app_screenshot(struct app *a, const struct order *o);
unsigned app_record(struct app *a, const struct order *o);
unsigned app_copy(struct app *a, const struct order *o);
unsigned app_mouse_switch(struct app *a, const struct order *o);
unsigned app_command_line(struct app *a, const struct order *o);
unsigned app_theme_choice(struct app *a, const struct order *o);
unsigned app_help(struct app *a, const struct order *o);
unsigned app_glossary(struct app *a, const struct order *o);
unsigned app_explain(struct app *a, const struct order *o);
unsigned app_edit(struct app *a, const struct order *o);
unsigned app_first_keys(struct app *a, const struct order *o);
unsigned app_system(struct app *a, const struct order *o);

/* app_move.c: to a step; says what is worth saying. */
void app_seek(struct app *a, uint64_t step);
/* Asked during long moves; CONTEXT is the app. */
bool app_poll(void *context, uint64_t step, uint64_t target);
void app_tell(struct app *a, enum machine_result result);
/* After a move, however it was made. */
void app_moved(struct app *a);

/* app_place.c: remembers where a jump begins. */
void app_leave(struct app *a);

/* app_graph.c */
const char *app_filter_name(enum graph_filter f);
void app_graph_free(struct app *a);

/* app_branch.c */
void app_enter_branch(struct app *a, int i);
/* "branch 2  ", or with its name; nothing in the program as it is. */
void app_branch_label(const struct app *a, struct strbuf *out);
/* Back to the program as it is; the branches go. */
void app_leave_branches(struct app *a);
/* The same at the end of all. */
void app_free_branches(struct app *a);

/* app_stops.c */
void app_stops_menu(struct app *a, uint32_t code);

/* app_look.c */
/* The line of source the user's cursor is on, else the present one; 0: none. */
int app_line(struct app *a);
void app_focus(struct app *a, enum view_id view);

/* app_ask.c */
unsigned app_select(struct app *a, const struct order *o);
unsigned app_why(struct app *a, const struct order *o);
unsigned app_diff(struct app *a, const struct order *o);
const struct past_death *app_death(struct app *a, const struct scene *s);

/* app_prompt.c */
void app_ask(struct app *a, enum app_asking what, const char *text);
unsigned app_prompt_key(struct app *a, const struct key *key);
void app_draw_prompt(struct app *a, struct canvas *c, int y, int cursor[2]);

/* app_find.c: the first place with the wanted text, from where typing began. */
void app_find_first(struct app *a);
void app_highlight(const struct app *a, struct canvas *c, const struct app_pane *pane);

/* app_glossary.c: into the open menu. */
void app_add_terms(struct app *a, bool signs);

/* app_hints.c */
void app_draw_hints(struct app *a, struct canvas *c, int y);

/* app_menu.c */
/* Opens a list of the commands for a place, enum action_where. */
void app_open_context(struct app *a, unsigned where);
unsigned app_menu_key(struct app *a, const struct key *key);

/* app_present.c */
unsigned app_present(struct app *a, const struct order *o);
void app_set_present(struct app *a, bool on);
void app_show_key(struct app *a, uint32_t code, enum action action);
/* Draws the last keys from column X on, not beyond END. */
void app_draw_pressed(struct app *a, struct canvas *c, int x, int y, int end);

/* app_settings.c: after they were changed from BEFORE. */
unsigned app_apply(struct app *a, const struct settings *before);
unsigned app_settings_menu(struct app *a);

/* app_play.c: the speed nearest to a step every MS milliseconds. */
void app_set_pace(struct app *a, int ms);

/* app_mouse.c */
unsigned app_mouse_key(struct app *a, const struct key *key);

/* app_draw.c */
void app_add_button(struct app *a, int x, int y, int width, enum action action);

/* app_panes.c: what is where on a screen of this size. */
void app_arrange(const struct app *a, int columns, int rows, bool collecting,
	struct app_layout *out);

/* app.c */
struct scene_source app_source(struct app *a); /* learns the events up to now */
void app_scene(struct app *a, struct scene *s);
struct placing *app_placing_for(struct app *a, const struct canvas *c);
void app_tidy(struct app *a);

#endif
