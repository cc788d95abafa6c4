#ifndef GCREFS_SCREEN_H
#define GCREFS_SCREEN_H

#include <stdbool.h>

#include "canvas.h"
#include "input.h"
#include "theme.h"

/*
 * The terminal.  The only file that knows curses, and it knows it as little as
 * can be: curses finds the difference between two frames; cells come from a
 * canvas, keys from our own decoder (input.h), signals from tty.h.
 *
 * Each frame leaves in one write: curses writes into memory while it updates,
 * and what it wrote is sent as one piece, marked as one frame (mode 2026) where
 * terminals know that.
 */
struct screen;

/* Takes the terminal over.  NULL when that fails; *WHY then says why (static
 * text). */
struct screen *screen_open(const char **why);
/* Gives it back as it was. */
void screen_close(struct screen *s);

int screen_colors(const struct screen *s);
void screen_size(const struct screen *s, int *columns, int *rows);
void screen_theme(struct screen *s, enum theme theme);

/* Shows the canvas; the cursor goes to X, Y, and is seen if it is VISIBLE. */
void screen_draw(
	struct screen *s, const struct canvas *c, int x, int y, bool visible);
/* The next frame repaints everything. */
void screen_repaint(struct screen *s);

/* Waits for the next thing, at most TIMEOUT milliseconds (-1: for ever). */
enum screen_event {
	SCREEN_NOTHING, /* time is over */
	SCREEN_KEY,
	SCREEN_RESIZE,    /* the size is new; draw */
	SCREEN_CONTINUED, /* stopped and going on again; draw */
	SCREEN_HANGUP     /* a signal asks to end: screen_signal() */
};
enum screen_event screen_wait(struct screen *s, int timeout, struct key *key);
int screen_signal(const struct screen *s);

/* Gives the terminal back for a while, and takes it again. */
void screen_release(struct screen *s);
void screen_retake(struct screen *s);
/* Both, and stops in between. */
void screen_suspend(struct screen *s);

/* Whether the terminal sends us what the mouse does; at first it does not. */
void screen_mouse(struct screen *s, bool on);
/* Puts a text into the terminal's clipboard (OSC 52); false: it is too long. */
bool screen_copy(struct screen *s, const char *text);

/* Records what is shown from now on in a new FILE (cast.h); NULL: ends that.  False:
 * the file cannot be written. */
bool screen_record(struct screen *s, const char *file);
bool screen_is_recorded(const struct screen *s);

/* For tests: says in the window's title that a frame is out. */
void screen_answer_barrier(struct screen *s, unsigned number);

/* The glyphs that terminal and locale can show. */
enum glyph_set screen_glyphs(void);

#endif
