#ifndef GCREFS_OPTIONS_H
#define GCREFS_OPTIONS_H

#include <stdbool.h>
#include <stdint.h>

#include "machine.h"
#include "settings.h"
#include "theme.h"

struct strbuf;

/* The command line. */
enum command {
	COMMAND_STEP, /* the interactive program */
	COMMAND_RUN,
	COMMAND_TRACE,
	COMMAND_SHOW,
	COMMAND_DIFF,
	COMMAND_BENCH,
	COMMAND_HELP,
	COMMAND_HELP_KEYS,
	COMMAND_VERSION
};

enum {
	OPTIONS_SET = 32
};

struct options {
	enum command command;
	const char *file;  /* NULL: none given */
	const char *shape; /* bench; NULL: all */
	uint64_t size;     /* bench; 0: the usual */
	bool has_version;
	struct py_version version;
	bool has_other_version; /* diff: the second one */
	struct py_version other_version;
	int algorithm;        /* enum gc_algorithm; -1: not given */
	int64_t threshold[3]; /* -1: not given */
	enum grain grain;
	bool has_grain;
	const char *at;   /* NULL: not given */
	const char *view; /* NULL: the whole screen */
	const char *select; /* show: the object selected; NULL: none */
	const char *why;  /* show: the object asked about; NULL: none */
	const char *diff; /* show: two places, "A,B"; NULL: none */
	int columns, rows;
	int theme;  /* enum theme; -1: not given */
	int glyphs; /* enum glyph_set; -1: auto */
	enum color_choice color;
	bool has_color;
	const char *language; /* of captions */
	bool linear;
	int width; /* of the linear mode; 0: not given */
	bool no_mouse;
	const char *batch; /* commands of the linear mode; NULL: from standard input */
	const char *config; /* file of settings; NULL: the usual one */
	bool no_config;
	const char *set[OPTIONS_SET]; /* NAME=VALUE */
	int set_count;
	struct settings settings; /* all of it, for the interactive program */
	uint64_t max_steps;  /* 0: no limit */
	uint64_t max_memory; /* bytes; 0: the usual */
};

/* Reads the arguments; false when they are wrong: a message is on standard
 * error then. */
bool options_read(struct options *o, int argc, char **argv);

/* Reads the settings, which options win over; PROBLEMS gets what is wrong in them,
 * a line each. */
void options_read_settings(struct options *o, struct strbuf *problems);

/* Chooses the language of texts, by options, settings or environment. */
void options_read_language(struct options *o);

/* The theme for a terminal with COLORS colours, NO_COLOR and COLORFGBG heeded. */
enum theme options_theme(const struct options *o, int colors);

/* Text of --help. */
extern const char options_help[];

#endif
