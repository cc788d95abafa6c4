#ifndef GCREFS_TTY_H
#define GCREFS_TTY_H

#include <stdbool.h>
#include <stddef.h>

/*
 * The terminal as a device: keeping it whole whatever happens.
 *
 * tty_guard() remembers how the terminal is.  From then on SIGSEGV, SIGABRT,
 * SIGFPE, SIGBUS and SIGILL put it back before they kill the program (with
 * calls that are allowed in a signal handler, on a stack of their own), and
 * SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGWINCH, SIGTSTP, SIGCONT arrive at the
 * descriptor that is returned, for tty_signal().
 */

/* A descriptor of the terminal that keys come from: standard input, or
 * /dev/tty when that is no terminal; -1 when there is none.  *OWN: it must be
 * closed. */
int tty_keys(bool *own);

/* KEYS, OUT: descriptors of the terminal.  Returns the signals' descriptor, or
 * -1. */
int tty_guard(int keys, int out);

/* While the full screen is on: all lines scroll again, the cursor in the last. */
void tty_leave(void);
/* Puts the terminal back; may be called more than once. */
void tty_restore(void);
/* Leaves it alone from now on. */
void tty_unguard(void);

/* The next signal that has arrived, or 0. */
int tty_signal(int fd);

/* Ends the program by SIGNAL, as if it had never been caught. */
void tty_die(int signal);

/* Stops the program until SIGCONT; the terminal must have been put back. */
void tty_stop(void);

/* Size in cells; false when the system does not know it. */
bool tty_size(int fd, int *columns, int *rows);

/* Writes all of it; false when the system refuses. */
bool tty_write(int fd, const char *bytes, size_t length);

#endif
