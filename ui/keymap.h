#ifndef GCREFS_KEYMAP_H
#define GCREFS_KEYMAP_H

#include "input.h"

/* What the keys do.  One table (action.def) is the map, the help and the hint
 * line. */
enum action {
	ACTION_NONE,
#define ACTION(id, name, keys, key, other, hint, help) ACTION_##id,
#include "action.def"
#undef ACTION
	ACTION_COUNT
};

struct binding {
	const char *name;    /* as a command */
	const char *keys;    /* as people write them */
	uint32_t key, other; /* other: KEY_NONE when there is none */
	const char *hint;    /* "": not in the hint line */
	const char *help;
};

/* The row of an action other than ACTION_NONE. */
const struct binding *keymap_binding(enum action a);

/* What a key does; ACTION_NONE: nothing. */
enum action keymap_find(uint32_t code);

#endif
