#include "options.h"

#include <ctype.h>
#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "at.h"
#include "config_file.h"
#include "dialect.h"
#include "glyph.h"
#include "i18n.h"
#include "language.h"
#include "program.h"
#include "strbuf.h"
#include "theme.h"
#include "view.h"
#include "xalloc.h"

const char options_help[] = N_(
	"Usage: gcrefs [OPTION]... [FILE]\n"
	"  or:  gcrefs COMMAND [OPTION]... FILE\n"
	"Run a small Python program in gcrefs's own engine and step, forwards and\n"
	"backwards, through its reference counts and the cycle collector.\n"
	"\n"
	"Commands:\n"
	"  (none)            step through FILE on the terminal; no FILE: choose one\n"
	"  run               run to the end; print what the program prints\n"
	"  trace             every event as one JSON object a line\n"
	"  show              the screen, or one view of it, at one step, as text\n"
	"  diff              what two versions do differently: --python=2.7,3.11\n"
	"  bench [SHAPE [N]] speed of the collector: ring, pairs or random\n"
	"\n"
	"Options:\n"
	"      --python=X.Y          2.7, or 3.6 to 3.13, as recorded from the real one;\n"
	"                            3.14, 3.15: from tables, not recorded\n"
	"      --algorithm=NAME      five-step or cpython\n"
	"      --threshold=A,B,C     as gc.set_threshold(A, B, C)\n"
	"      --at=PLACE            STEP, start, end, line:N, gc:N, phase:NAME\n"
	"      --grain=GRAIN         trace: micro, step, line, phase or gc\n"
	"      --view=VIEW           show: graph, source, lists, object, output, story,\n"
	"                            timeline, explain, counters, tiles (by state) or\n"
	"                            tiles:list, tiles:age, tiles:type; else the whole\n"
	"                            screen\n"
	"      --select=OBJECT       show: select an object: a name, an expression such as\n"
	"                            a.next[0], #7, type:NAME, state:WORD, gen:N, id:N\n"
	"      --why=OBJECT          show: why an object is alive, or dead; who holds it;\n"
	"                            gc: why a collection starts now, or does not\n"
	"      --diff=A,B            show: the difference between two places\n"
	"      --size=COLSxROWS      show: size of the screen (80x24)\n"
	"      --theme=NAME          dark, light, projector, terminal or mono\n"
	"      --glyphs=SET          auto, unicode, console, ascii, or plain (signs only)\n"
	"      --color=WHEN          auto, always or never\n"
	"      --language=CODE       en, zh; captions may have others\n"
	"      --set=NAME=VALUE      any setting, as in the file\n"
	"      --config=FILE         file of settings (~/.config/gcrefs/config)\n"
	"      --no-config           no file of settings\n"
	"      --no-mouse            the mouse is the terminal's\n"
	"      --linear              lines of text: commands in, sentences out\n"
	"      --width=N             columns of the linear mode (80)\n"
	"      --batch=COMMANDS      linear: these commands, with ; between them\n"
	"      --max-steps=N         stop after N steps\n"
	"      --max-memory=SIZE     memory of the program: 64M, 1G (the usual)\n"
	"  -h, --help                this text\n"
	"      --help-keys           keys, commands and settings\n"
	"  -V, --version             version, and the Pythons it follows\n"
	"\n"
	"FILE may be - : the program comes from standard input, keys from the terminal.\n"
	"Without a terminal, gcrefs FILE prints the story of the program as text.\n");

static bool wrong(const char *option, const char *value, const char *expected)
{
	program_tell(_("gcrefs: --%s: '%s' is not %s\n"), option, value, expected);
	return false;
}

static bool read_count(const char *text, uint64_t *n)
{
	char *end;

	if (!isdigit((unsigned char)*text))
		return false;
	errno = 0;
	*n = strtoull(text, &end, 10);
	return !*end && errno == 0;
}

static bool read_size(const char *text, uint64_t *n)
{
	static const char units[] = "KMGT";
	char *end;
	const char *unit;

	if (!isdigit((unsigned char)*text))
		return false;
	*n = strtoull(text, &end, 10);
	if (!*end)
		return *n > 0;
	unit = strchr(units, toupper((unsigned char)*end));
	if (!unit || end[1] || *n >> 20)
		return false;
	*n <<= 10 * (unit - units + 1);
	return *n > 0;
}

static bool read_threshold(const char *text, int64_t threshold[3])
{
	char *end;

	for (int i = 0; i < 3; i++) {
		if (!isdigit((unsigned char)*text))
			return false;
		threshold[i] = strtoll(text, &end, 10);
		if (threshold[i] > INT32_MAX)
			return false;
		if (!*end)
			return true;
		if (*end != ',')
			return false;
		text = end + 1;
	}
	return false;
}

static bool read_screen_size(const char *text, int *columns, int *rows)
{
	char *end;
	long c, r;

	if (!isdigit((unsigned char)*text))
		return false;
	c = strtol(text, &end, 10);
	if (*end != 'x' || !isdigit((unsigned char)end[1]))
		return false;
	r = strtol(end + 1, &end, 10);
	if (*end || c < 1 || r < 1 || c > 2000 || r > 2000)
		return false;
	*columns = (int)c;
	*rows = (int)r;
	return true;
}

/* Index of VALUE in a list of names ending in NULL, or -1. */
static int find_name(const char *const *names, const char *value)
{
	for (int i = 0; names[i]; i++) {
		if (strcmp(names[i], value) == 0)
			return i;
	}
	return -1;
}

enum option_id {
	OPTION_PYTHON = 256,
	OPTION_ALGORITHM,
	OPTION_THRESHOLD,
	OPTION_AT,
	OPTION_GRAIN,
	OPTION_VIEW,
	OPTION_SELECT,
	OPTION_WHY,
	OPTION_DIFF,
	OPTION_SIZE,
	OPTION_THEME,
	OPTION_GLYPHS,
	OPTION_COLOR,
	OPTION_LANGUAGE,
	OPTION_LINEAR,
	OPTION_SET,
	OPTION_CONFIG,
	OPTION_BATCH,
	OPTION_HELP_KEYS,
	OPTION_WIDTH,
	OPTION_NO_CONFIG,
	OPTION_NO_MOUSE,
	OPTION_MAX_STEPS,
	OPTION_MAX_MEMORY
};

static const struct option table[] = {
	{"python", required_argument, NULL, OPTION_PYTHON},
	{"algorithm", required_argument, NULL, OPTION_ALGORITHM},
	{"threshold", required_argument, NULL, OPTION_THRESHOLD},
	{"at", required_argument, NULL, OPTION_AT},
	{"grain", required_argument, NULL, OPTION_GRAIN},
	{"view", required_argument, NULL, OPTION_VIEW},
	{"select", required_argument, NULL, OPTION_SELECT},
	{"why", required_argument, NULL, OPTION_WHY},
	{"diff", required_argument, NULL, OPTION_DIFF},
	{"size", required_argument, NULL, OPTION_SIZE},
	{"theme", required_argument, NULL, OPTION_THEME},
	{"glyphs", required_argument, NULL, OPTION_GLYPHS},
	{"color", required_argument, NULL, OPTION_COLOR},
	{"language", required_argument, NULL, OPTION_LANGUAGE},
	{"linear", no_argument, NULL, OPTION_LINEAR},
	{"set", required_argument, NULL, OPTION_SET},
	{"help-keys", no_argument, NULL, OPTION_HELP_KEYS},
	{"batch", required_argument, NULL, OPTION_BATCH},
	{"width", required_argument, NULL, OPTION_WIDTH},
	{"config", required_argument, NULL, OPTION_CONFIG},
	{"no-config", no_argument, NULL, OPTION_NO_CONFIG},
	{"no-mouse", no_argument, NULL, OPTION_NO_MOUSE},
	{"max-steps", required_argument, NULL, OPTION_MAX_STEPS},
	{"max-memory", required_argument, NULL, OPTION_MAX_MEMORY},
	{"help", no_argument, NULL, 'h'},
	{"version", no_argument, NULL, 'V'},
	{NULL, 0, NULL, 0},
};

static bool read_about_settings(struct options *o, int id, const char *value)
{
	switch (id) {
	case OPTION_SET:
		if (o->set_count == OPTIONS_SET)
			return wrong("set", value, _("among the first 32"));
		o->set[o->set_count++] = value;
		return true;
	case OPTION_BATCH:
		o->batch = value;
		o->linear = true;
		return true;
	case OPTION_HELP_KEYS:
		o->command = COMMAND_HELP_KEYS;
		return true;
	case OPTION_WIDTH:
		o->width = atoi(value);
		return (o->width >= 20 && o->width <= 1000) ||
			wrong("width", value, _("a number from 20 to 1000"));
	case OPTION_CONFIG:
		o->config = value;
		return true;
	case OPTION_NO_CONFIG:
		o->no_config = true;
		return true;
	case OPTION_NO_MOUSE:
		o->no_mouse = true;
		return true;
	default:
		o->linear = true;
		return true;
	}
}

static bool read_looks(struct options *o, int id, const char *value)
{
	static const char *const glyphs[] = {
		"unicode", "console", "ascii", "plain", NULL};
	static const char *const colors[] = {"auto", "always", "never", NULL};
	int i;

	switch (id) {
	case OPTION_THEME:
		o->theme = theme_find(value);
		return o->theme >= 0 || wrong("theme", value, _("the name of a theme"));
	case OPTION_GLYPHS:
		o->glyphs = find_name(glyphs, value);
		return o->glyphs >= 0 || strcmp(value, "auto") == 0 ||
			wrong("glyphs", value,
				_("auto, unicode, console, ascii or plain"));
	case OPTION_COLOR:
		i = find_name(colors, value);
		o->color = (enum color_choice)i;
		o->has_color = true;
		return i >= 0 || wrong("color", value, _("auto, always or never"));
	case OPTION_VIEW:
		o->view = value;
		return view_find(value) >= 0 ||
			wrong("view", value, _("the name of a view"));
	case OPTION_SELECT:
		o->select = value;
		return true;
	case OPTION_WHY:
		o->why = value;
		return true;
	case OPTION_SIZE:
		return read_screen_size(value, &o->columns, &o->rows) ||
			wrong("size", value, _("a size such as 80x24"));
	case OPTION_LANGUAGE:
		o->language = value;
		language_choose(value);
		return true;
	default:
		return read_about_settings(o, id, value);
	}
}

static bool read_grain(struct options *o, const char *value)
{
	static const char *const names[] = {
		"micro", "step", "line", "phase", "gc", NULL};
	static const enum grain grains[] = {
		GRAIN_MICRO, GRAIN_STEP, GRAIN_LINE, GRAIN_PHASE, GRAIN_GC};
	int i = find_name(names, value);

	if (i < 0)
		return wrong("grain", value, _("micro, step, line, phase or gc"));
	o->grain = grains[i];
	o->has_grain = true;
	return true;
}

/* "A,B". */
static bool is_diff(const char *value)
{
	const char *comma = strchr(value, ',');
	char *first;
	bool valid;

	if (!comma)
		return false;
	first = xstrndup(value, (size_t)(comma - value));
	valid = at_is_valid(first) && at_is_valid(comma + 1);
	free(first);
	return valid;
}

/* "X.Y"; for diff "X.Y,X.Y". */
static bool read_versions(struct options *o, const char *value)
{
	const char *comma = o->command == COMMAND_DIFF ? strchr(value, ',') : NULL;
	char *first = comma ? xstrndup(value, (size_t)(comma - value)) : xstrdup(value);
	bool valid = dialect_parse(first, &o->version) &&
		(!comma || dialect_parse(comma + 1, &o->other_version));

	free(first);
	o->has_version = true;
	o->has_other_version = comma;
	return valid || wrong("python", value, _("a version that gcrefs knows"));
}

static bool read_option(struct options *o, int id, const char *value)
{
	static const char *const algorithms[] = {"cpython", "five-step", NULL};

	switch (id) {
	case OPTION_PYTHON:
		return read_versions(o, value);
	case OPTION_ALGORITHM:
		o->algorithm = find_name(algorithms, value);
		return o->algorithm >= 0 ||
			wrong("algorithm", value, _("five-step or cpython"));
	case OPTION_THRESHOLD:
		return read_threshold(value, o->threshold) ||
			wrong("threshold", value, _("one to three numbers: 700,10,10"));
	case OPTION_AT:
		o->at = value;
		return at_is_valid(value) ||
			wrong("at", value,
				_("STEP, start, end, line:N, gc:N or phase:NAME"));
	case OPTION_DIFF:
		o->diff = value;
		return is_diff(value) ||
			wrong("diff", value,
				_("two places, such as 10,20 or gc:1,end"));
	case OPTION_GRAIN:
		return read_grain(o, value);
	case OPTION_MAX_STEPS:
		return read_count(value, &o->max_steps) ||
			wrong("max-steps", value, _("a number"));
	case OPTION_MAX_MEMORY:
		return read_size(value, &o->max_memory) ||
			wrong("max-memory", value, _("a size such as 64M"));
	case 'h':
		o->command = COMMAND_HELP;
		return true;
	case 'V':
		o->command = COMMAND_VERSION;
		return true;
	default:
		return read_looks(o, id, value);
	}
}

static bool suggest_help(void)
{
	fputs(_("Try 'gcrefs --help'.\n"), stderr);
	return false;
}

static bool read_bench(struct options *o, int argc, char **argv)
{
	if (argc > 0)
		o->shape = argv[0];
	if (argc > 1 && !read_count(argv[1], &o->size)) {
		program_tell(_("gcrefs: bench: '%s' is not a number\n"), argv[1]);
		return suggest_help();
	}
	if (argc > 2) {
		program_tell(_("gcrefs: bench: too many arguments\n"));
		return suggest_help();
	}
	return true;
}

static bool read_arguments(struct options *o, int argc, char **argv)
{
	if (o->command == COMMAND_HELP || o->command == COMMAND_VERSION ||
		o->command == COMMAND_HELP_KEYS)
		return true;
	if (o->command == COMMAND_BENCH)
		return read_bench(o, argc, argv);
	if (argc > 1) {
		program_tell(
			_("gcrefs: one FILE, please: '%s' is too much\n"), argv[1]);
		return suggest_help();
	}
	if (argc == 1)
		o->file = argv[0];
	if (!o->file && o->command != COMMAND_STEP) {
		program_tell(_("gcrefs: a FILE is missing\n"));
		return suggest_help();
	}
	return true;
}

static enum command read_command(int *argc, char ***argv)
{
	static const char *const names[] = {
		"run", "trace", "show", "diff", "bench", NULL};
	static const enum command commands[] = {
		COMMAND_RUN, COMMAND_TRACE, COMMAND_SHOW, COMMAND_DIFF, COMMAND_BENCH};
	int i = *argc > 1 ? find_name(names, (*argv)[1]) : -1;

	if (i < 0)
		return COMMAND_STEP;
	++*argv;
	--*argc;
	return commands[i];
}

bool options_read(struct options *o, int argc, char **argv)
{
	int id;

	*o = (struct options){.algorithm = -1,
		.threshold = {-1, -1, -1},
		.grain = GRAIN_MICRO,
		.columns = 80,
		.rows = 24,
		.theme = -1,
		.glyphs = -1,
		.language = ""};
	o->command = read_command(&argc, &argv);
	opterr = 0;
	while ((id = getopt_long(argc, argv, ":hV", table, NULL)) != -1) {
		const char *given = optind > 0 ? argv[optind - 1] : "";

		if (id == '?' || id == ':') {
			program_tell(id == '?'
					? _("gcrefs: unknown option '%s'\n")
					: _("gcrefs: option '%s' needs a value\n"),
				given);
			return suggest_help();
		}
		if (!read_option(o, id, optarg))
			return suggest_help();
	}
	return read_arguments(o, argc - optind, argv + optind);
}

void options_read_settings(struct options *o, struct strbuf *problems)
{
	struct settings *s = &o->settings;

	settings_init(s);
	if (!o->no_config)
		config_read(s, o->config, problems);
	config_read_environment(s, problems);
	for (int i = 0; i < o->set_count; i++)
		config_read_option(s, o->set[i], problems);
	if (o->theme >= 0)
		s->theme = o->theme;
	if (o->glyphs >= 0)
		s->glyphs = o->glyphs;
	if (o->has_color)
		s->color = o->color;
	if (*o->language && strlen(o->language) < SETTINGS_TEXT)
		strcpy(s->language, o->language);
	if (o->width)
		s->width = o->width;
	s->linear |= o->linear;
	s->mouse &= !o->no_mouse;
	o->theme = s->theme;
	o->glyphs = s->glyphs;
	o->color = (enum color_choice)s->color;
	o->language = language_set(s->language);
	o->linear = s->linear;
}

void options_read_language(struct options *o)
{
	struct options all = *o;
	struct strbuf problems = STRBUF_INIT;

	options_read_settings(&all, &problems);
	strcpy(o->settings.language, all.settings.language);
	o->language = language_set(o->settings.language);
	strbuf_free(&problems);
}

enum theme options_theme(const struct options *o, int colors)
{
	const char *no_color = getenv("NO_COLOR");

	if (o->color == COLOR_NEVER ||
		(o->color == COLOR_AUTO && no_color && *no_color))
		return THEME_MONO;
	return o->theme >= 0 ? theme_limit((enum theme)o->theme, colors)
			     : theme_guess(getenv("COLORFGBG"), colors);
}
