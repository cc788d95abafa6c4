#ifndef GCREFS_APP_H
#define GCREFS_APP_H

#include "canvas.h"
#include "input.h"
#include "machine.h"
#include "scenario.h"
#include "settings.h"
#include "theme.h"
#include "view.h"

/*
 * The interactive program without its terminal: a machine, what is looked at,
 * and how.  Keys come in, reactions go out; app_draw() fills a grid of cells of
 * whatever size.
 */
struct app;
struct strbuf;

struct app_options {
	const struct settings *settings; /* copied; NULL: the usual ones */
	enum theme theme;
	int colors;           /* what themes are limited to */
	const char *language; /* of captions; borrowed */
	int tile_by;          /* enum tile_by, to begin with */
	/* Asked during long moves, as struct machine_poll's; NULL: never. */
	struct machine_poll poll;
};

/* Scenario and machine (at step 0) are borrowed. */
struct app *app_new(const struct scenario *scenario, struct machine *machine,
	const struct app_options *options);
void app_free(struct app *a);

/* The name that was typed for a file; "": none. */
const char *app_file(const struct app *a);

/* After another language was chosen for texts: CODE is for captions.  Borrowed. */
void app_relabel(struct app *a, const char *code);

/* Selects the object with SERIAL; 0: none. */
void app_select_serial(struct app *a, uint32_t serial);

/* What the caller has to do after a key; any of these. */
enum reaction {
	REACT_DRAW = 1, /* the screen is out of date */
	REACT_QUIT = 2,
	REACT_REPAINT = 4, /* all of it, whatever is there */
	REACT_SUSPEND = 8,
	REACT_THEME = 16, /* app_theme() is another one */
	REACT_MOUSE = 32, /* app_wants_mouse() is another one */
	REACT_COPY = 64,  /* app_copied() is for the clipboard */
	REACT_EDIT = 128, /* the program's file, at app_edit_line(); then it is reloaded */
	REACT_RELOAD = 256, /* the file is to be read again: app_reload() */
	REACT_SCREENSHOT = 1024, /* a picture of the screen is to be in app_file() */
	REACT_RECORD = 2048, /* a recording there begins, or ends */
	REACT_LANGUAGE = 512, /* the setting language is another one: app_relabel() */
};

int app_edit_line(const struct app *a);
/* Another version of the program (MACHINE at step 0, both borrowed) takes the place
 * of the one there was, which must live until this returns. */
void app_reload(
	struct app *a, const struct scenario *scenario, struct machine *machine);

/* The time, in milliseconds from any start; to be said before what follows. */
void app_clock(struct app *a, uint64_t now);

unsigned app_key(struct app *a, const struct key *key);
/* Does what a line of the `:` prompt asks for. */
unsigned app_command(struct app *a, const char *line);
/* The command for which the key called NAME stands; NULL: there is no such key. */
const char *app_command_of_key(const struct app *a, const char *name);
/* What has been said in answer to the last key or command; "": nothing. */
const char *app_message(const struct app *a);
/* Says something in the place of the hints. */
void app_report(struct app *a, const char *text);
/* Whether KEY ends a long move that is under way. */
bool app_is_stop(const struct app *a, const struct key *key);

/* Milliseconds until app_tick() is due; -1: never. */
int app_timeout(const struct app *a);
unsigned app_tick(struct app *a);

enum theme app_theme(const struct app *a);
const struct settings *app_settings(const struct app *a);
bool app_wants_mouse(const struct app *a);
const char *app_copied(const struct app *a);

/* Where the terminal's cursor belongs. */
struct app_cursor {
	int x, y;
	bool visible; /* text is being typed there */
};

/* What is worth keeping from one start to the next, as text. */
void app_remember(const struct app *a, struct strbuf *out);
void app_recall(struct app *a, const char *text);

/*
 * As lines of text of at most WIDTH columns, for the linear mode: the present step;
 * the focused view; the menu that is open (false: none), its rows numbered.
 */
/* TEXT in lines of at most WIDTH columns. */
void app_text_wrap(struct strbuf *out, const char *text, int width);
void app_text_step(struct app *a, int width, struct strbuf *out);
void app_text_view(struct app *a, int width, struct strbuf *out);
bool app_text_menu(const struct app *a, int width, struct strbuf *out);
/* Chooses from the menu that is open; a NUMBER that is none closes it. */
unsigned app_choose(struct app *a, int number);
/* The beginning of a command that waits for the rest, which is given up; NULL:
 * none does. */
const char *app_wants(struct app *a);
enum view_id app_focused(const struct app *a);

/* Draws the whole screen. */
void app_draw(struct app *a, struct canvas *c, struct app_cursor *cursor);

/* Draws one view alone, without anything around it. */
void app_draw_view(struct app *a, struct canvas *c, enum view_id view);

/* Draws the one line that is seen during a long move. */
void app_draw_progress(
	const struct app *a, struct canvas *c, uint64_t step, uint64_t target);

#endif
