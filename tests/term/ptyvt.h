#ifndef GCREFS_TESTS_PTYVT_H
#define GCREFS_TESTS_PTYVT_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "strbuf.h"

/*
 * A terminal for tests, without a window: runs a program in a pseudo-terminal,
 * emulates the terminal with libvterm, types, and looks at the screen.
 *
 * Nothing here waits without an end: a wait gives up after PV_PATIENCE and
 * returns false.  Nothing sleeps in the hope that the program is ready, either.
 * Either wait for a text that was not there before, or use the barrier:
 *
 * pv_settle() sends "ESC [ ? 9901 ; N n".  A program that was started with
 * GCREFS_BARRIER in its environment must read this like a key, and once the
 * frame is written that shows the effect of all that was typed before, set the
 * window title: "ESC ] 2 ; barrier N BEL".  The screen is then what a person
 * would end up seeing.
 *
 * Only this module knows libvterm.  Its version 0.1 takes only the first of the
 * private modes in one sequence: "CSI ? 1000 ; 1006 h" does not set 1006.
 */

enum {
	PV_PATIENCE = 20000
}; /* milliseconds */

struct ptyvt;

/* Makes the environment of this process, which programs then inherit, the same
 * on every machine: TERM=xterm-256color, LC_ALL=C.UTF-8, TZ, GCREFS_BARRIER,
 * GCREFS_SET without the hints of the first start, an editor that does nothing, no
 * files of settings and state;
 * no LINES, COLUMNS, NO_COLOR, COLORTERM. */
void pv_plain_environment(void);

/* Starts ARGV (NULL at its end, the program found by PATH) as the leader of a
 * session with a terminal of this size.  A program that cannot be run exits
 * with status 127.  Never NULL; give back with pv_free(), which kills the
 * program if it still runs. */
struct ptyvt *pv_start(char *const argv[], int rows, int columns);
void pv_free(struct ptyvt *p);

/* Types bytes, as they are. */
void pv_send(struct ptyvt *p, const char *bytes, size_t length);
/* Presses a key, as the terminal sends it in its present mode: one character
 * (UTF-8), or Up Down Left Right Home End PageUp PageDown Insert Delete Tab
 * BackTab Enter Escape Backspace Space F1..F12; C-x and M-x: with Ctrl or Alt.
 * False if there is no such key. */
bool pv_key(struct ptyvt *p, const char *name);
/* Presses and releases a mouse button (1 left, 4 and 5 the wheel) on a cell,
 * from 0.  Sent even if the program has not asked for the mouse, as by a terminal in
 * which another program has left it on. */
void pv_click(struct ptyvt *p, int row, int column, int button);
/* Text between the marks of bracketed paste, if the program asked for them. */
void pv_paste(struct ptyvt *p, const char *text);
void pv_resize(struct ptyvt *p, int rows, int columns);
/* Sends a signal to the program; not to its process group. */
void pv_signal(struct ptyvt *p, int number);

/* Goes on reading the program's output for a while. */
void pv_pump(struct ptyvt *p, int milliseconds);
/* Passes the barrier; false if the program ended or did not answer. */
bool pv_settle(struct ptyvt *p);
/* Waits until the text stands on one line of the screen. */
bool pv_wait_text(struct ptyvt *p, const char *text);
/* Waits until the program has switched to the alternate screen, or ended. */
bool pv_wait_fullscreen(struct ptyvt *p);
/* Waits for the end; STATUS as waitpid() gives it. */
bool pv_wait_exit(struct ptyvt *p, int *status);
/* Its process. */
pid_t pv_process(const struct ptyvt *p);
/* Whether it runs (or is stopped). */
bool pv_alive(struct ptyvt *p);

/* Whether the text stands on one line of the screen, as last read. */
bool pv_has_text(const struct ptyvt *p, const char *text);
/* Appends the lines of the screen, without spaces at their ends. */
void pv_text(const struct ptyvt *p, struct strbuf *out);
/* Appends a line "LINE COLUMN-COLUMN STYLE" (from 1) for every stretch of cells
 * that is not drawn in the terminal's own colours and weight: "3 1-12 bold
 * reverse fg=4 bg=#101010".  Dim text is not seen: libvterm 0.1 drops it. */
void pv_styles(const struct ptyvt *p, struct strbuf *out);
/* Appends "COLUMNSxROWS, cursor at LINE,COLUMN" (from 1; or "no cursor"). */
void pv_cursor(const struct ptyvt *p, struct strbuf *out);
/* Whether every cell is empty or an ASCII character. */
bool pv_ascii(const struct ptyvt *p);
/* Bytes that the program has written in all. */
size_t pv_bytes(const struct ptyvt *p);

/* Whether the terminal is as the program found it: the line discipline, and all
 * modes.  Appends what is not to WHY. */
bool pv_restored(struct ptyvt *p, struct strbuf *why);

#endif
