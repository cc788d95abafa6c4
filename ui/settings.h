#ifndef GCREFS_SETTINGS_H
#define GCREFS_SETTINGS_H

#include "keymap.h"

/*
 * What the user may choose, each by a name: in the configuration file, in
 * GCREFS_SET, by --set NAME=VALUE and by `:set NAME=VALUE`.  A later one wins.  The
 * table is in settings.c.
 */
enum color_choice {
	COLOR_AUTO,
	COLOR_ALWAYS,
	COLOR_NEVER
};

enum hints_choice {
	HINTS_AUTO, /* at the first start */
	HINTS_ON,
	HINTS_OFF
};

enum {
	SETTINGS_MAPS = 64,
	SETTINGS_TEXT = 16
};

struct settings {
	int theme;  /* enum theme; -1: by the terminal */
	int glyphs; /* enum glyph_set; -1: by the terminal */
	int color;  /* enum color_choice */
	int mouse, linear; /* 0, 1 */
	int keys;   /* enum key_profile */
	int hints;  /* enum hints_choice */
	int present; /* 0, 1 */
	int pace;   /* ms between steps when playing */
	int width;  /* columns of the linear mode */
	char language[SETTINGS_TEXT]; /* of texts and captions; "": the system's */

	/* Keys of the user's own: map KEY COMMAND. */
	struct {
		uint32_t code;
		enum action action;
	} maps[SETTINGS_MAPS];
	int map_count;
};

void settings_init(struct settings *s);

/* Sets one; false when there is no such NAME or VALUE, and WHY says so. */
bool settings_set(
	struct settings *s, const char *name, const char *value, struct strbuf *why);

/* A line of a configuration file: NAME = VALUE, map KEY COMMAND, nothing, or a
 * comment (#). */
bool settings_line(struct settings *s, const char *line, struct strbuf *why);

/* Adds the user's keys to those of the profile. */
void settings_keymap(const struct settings *s, struct keymap *map);

/* The settings there are: name, meaning, possible values ("auto dark light"; "": see
 * the meaning), and the present one.  NULL behind the last. */
const char *settings_name(int i);
const char *settings_help(int i);
const char *settings_values(int i);
void settings_value(const struct settings *s, int i, struct strbuf *out);

#endif
