#ifndef GCREFS_KEYMAP_H
#define GCREFS_KEYMAP_H

#include "input.h"

struct strbuf;

/*
 * What can be asked for, and by which keys.
 *
 * The table of actions (action.def) never changes; a keymap says which key means
 * which action: the usual keys, those of a profile, and the user's own.
 *
 * Keys have names: a character ("n", "?"), Space Up Down Left Right Home End PgUp
 * PgDn Ins Del Tab Enter Esc Backspace F1..F12, with C- (Ctrl and a letter), M-
 * (Alt and a character) or S- (Shift and an arrow or Tab) before them.
 */
enum action {
	ACTION_NONE,
#define ACTION(id, name, keys, argument, group, where, handler, hint, help) ACTION_##id,
#include "action.def"
#undef ACTION
	ACTION_COUNT
};

/* What may stand behind a command. */
enum argument {
	ARGUMENT_NONE,
	ARGUMENT_COUNT,   /* how often; also typed before the key */
	ARGUMENT_STEP,    /* number of a step; also typed before the key */
	ARGUMENT_PLACE,   /* a step as at.h names it */
	ARGUMENT_NUMBER,
	ARGUMENT_STOP,    /* what to stop at: stops.h */
	ARGUMENT_LETTER,  /* a to z, or ' */
	ARGUMENT_TEXT,
	ARGUMENT_SETTING, /* NAME=VALUE */
	ARGUMENT_MAP,     /* KEY COMMAND */
	ARGUMENT_COMMAND, /* name of a command */
	ARGUMENT_THEME,
	ARGUMENT_FILTER, /* what the graph shows */
};

enum action_group {
	GROUP_TIME,
	GROUP_STOPS,
	GROUP_LOOK,
	GROUP_PANES,
	GROUP_PROGRAM,
	GROUP_COUNT
};

/* Where a hint helps most; any of these. */
enum action_where {
	WHERE_ALL = 1,
	WHERE_BOX = 2,   /* graph, lists, object: an object can be selected */
	WHERE_LINES = 4, /* source */
};

struct action_row {
	const char *name; /* as a command */
	const char *keys; /* the usual ones, blanks between them */
	enum argument argument;
	enum action_group group;
	unsigned where;   /* 0: not in the hint line */
	const char *hint;
	const char *help;
};

/* The row of an action other than ACTION_NONE. */
const struct action_row *action_row(enum action a);
/* The action with the command NAME (LENGTH bytes), or the only one that begins
 * so; ACTION_NONE: there is none, or more than one. */
enum action action_find(const char *name, size_t length);
/* The heading of a group in the help. */
const char *action_group_name(enum action_group g);

enum key_profile {
	PROFILE_DEFAULT,
	PROFILE_VIM,  /* n N repeat a search, ; , step */
	PROFILE_PUDB, /* n s r c b ... as in pudb */
	PROFILE_COUNT
};

/* The name of a profile; the profile called NAME, or -1. */
const char *key_profile_name(enum key_profile p);
int key_profile_find(const char *name);

enum {
	KEYMAP_LIMIT = 256
};

struct keymap {
	int count;
	struct {
		uint32_t code;
		enum action action;
	} at[KEYMAP_LIMIT];
};

void keymap_init(struct keymap *map, enum key_profile profile);
/* From now on CODE means A; false when there is no room. */
bool keymap_bind(struct keymap *map, uint32_t code, enum action a);
/* What a key does; ACTION_NONE: nothing. */
enum action keymap_find(const struct keymap *map, uint32_t code);
/* The first key of A; KEY_NONE: it has none. */
uint32_t keymap_key(const struct keymap *map, enum action a);
/* Appends all keys of A, blanks between them. */
void keymap_keys(const struct keymap *map, enum action a, struct strbuf *out);
/* The action in which A's hint is shared: BACK for STEP when their keys are
 * opposites (n N, ] [); ACTION_NONE: none. */
enum action keymap_opposite(const struct keymap *map, enum action a);

/* The key called NAME; KEY_NONE: there is no such key. */
uint32_t key_code(const char *name);
void key_name(uint32_t code, struct strbuf *out);

#endif
