#ifndef GCREFS_INPUT_H
#define GCREFS_INPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * From the bytes that a terminal sends to keys; no terminal needed.
 *
 * Knows UTF-8 and the escape sequences of xterm and its like (CSI, SS3, both
 * cursor key modes); whatever it does not know is swallowed whole, so that no
 * part of a sequence is ever taken for a command.  Broken UTF-8 gives one
 * KEY_UNKNOWN and loses nothing that follows.  A lone ESC is a key when nothing
 * follows for a moment: the caller asks input_wait() how long to wait for more
 * bytes and calls input_timeout() when none came.  Pasted text (between the
 * marks of bracketed paste) comes as characters with KEY_PASTED, which are text
 * and never commands; a paste whose end is lost ends after a second of silence.
 */
enum key_code {
	KEY_BASE = 0x200000, /* above all code points */
	KEY_NONE = KEY_BASE,
	KEY_UNKNOWN,
	KEY_UP,
	KEY_DOWN,
	KEY_LEFT,
	KEY_RIGHT,
	KEY_HOME,
	KEY_END,
	KEY_PAGE_UP,
	KEY_PAGE_DOWN,
	KEY_INSERT,
	KEY_DELETE,
	KEY_TAB,
	KEY_BACKTAB,
	KEY_ENTER,
	KEY_ESCAPE,
	KEY_BACKSPACE,
	KEY_F1,
	KEY_F12 = KEY_F1 + 11,
	KEY_PASTE_START,
	KEY_PASTE_END,       /* text between them is not commands */
	KEY_BARRIER,         /* "ESC [ ? 9901 ; N n": a test waits; `number` */
	KEY_MOUSE,           /* `number`: enum mouse; `x`, `y`: the cell, from 0 */
	KEY_CTRL = 0x400000, /* or'ed to a lower case letter */
	KEY_ALT = 0x800000,
	KEY_SHIFT = 0x1000000, /* or'ed to an arrow */
	KEY_PASTED = 0x2000000,
};

/* What the mouse did: a button, with one of press, drag, release, and what was
 * held.  The wheel only presses. */
enum mouse {
	MOUSE_LEFT = 1,
	MOUSE_MIDDLE,
	MOUSE_RIGHT,
	MOUSE_WHEEL_UP,
	MOUSE_WHEEL_DOWN,
	MOUSE_NO_BUTTON,
	MOUSE_BUTTON = 0x0f, /* mask of the button */
	MOUSE_PRESS = 0x10,
	MOUSE_DRAG = 0x20,
	MOUSE_RELEASE = 0x40,
	MOUSE_SHIFT = 0x100,
};

struct key {
	uint32_t code; /* a code point, or enum key_code */
	uint32_t number;
	int x, y;
};

enum {
	INPUT_QUEUE = 64,
	INPUT_SEQUENCE = 32
};

struct input {
	struct key queue[INPUT_QUEUE];
	int head, count;
	unsigned char sequence[INPUT_SEQUENCE];
	int length;
	bool too_long; /* a sequence that did not fit is being swallowed */
	bool string;   /* inside OSC, DCS ...: until ST or BEL */
	bool pasting;
};

void input_init(struct input *in);

/* Takes up to LENGTH bytes; returns how many were taken, fewer only when the
 * queue is full. */
size_t input_feed(struct input *in, const unsigned char *bytes, size_t length);

/* Gives the next key; false when there is none. */
bool input_next(struct input *in, struct key *key);

/* Milliseconds to wait for the rest of what has begun; -1: nothing has. */
int input_wait(const struct input *in);
/* Nothing came in that time. */
void input_timeout(struct input *in);

#endif
