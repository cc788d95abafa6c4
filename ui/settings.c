#include "settings.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "i18n.h"
#include "strbuf.h"

struct row {
	const char *name;
	const char *values; /* blanks between them; NULL: a number or a text */
	int first;          /* number of the first value; the least number */
	int most;           /* the greatest number; 0: a text */
	size_t field;
	const char *help;
};

static const struct row table[] = {
	{"theme", "auto dark light projector terminal mono", -1, 0,
		offsetof(struct settings, theme), N_("colours")},
	{"glyphs", "auto unicode console ascii plain", -1, 0,
		offsetof(struct settings, glyphs),
		N_("the signs things are drawn with")},
	{"color", "auto always never", 0, 0, offsetof(struct settings, color),
		N_("whether there are colours; auto: unless NO_COLOR is set")},
	{"mouse", "off on", 0, 0, offsetof(struct settings, mouse),
		N_("whether the mouse is gcrefs's, or the terminal's to select text")},
	{"keys", "default vim pudb", 0, 0, offsetof(struct settings, keys),
		N_("what the keys mean")},
	{"hints", "auto on off", 0, 0, offsetof(struct settings, hints),
		N_("the first keys to know, shown at the start; auto: the first time")},
	{"linear", "off on", 0, 0, offsetof(struct settings, linear),
		N_("text line by line instead of the full screen")},
	{"present", "off on", 0, 0, offsetof(struct settings, present),
		N_("for a class: few panes, clear colours, the keys that are pressed")},
	{"pace", NULL, 10, 60000, offsetof(struct settings, pace),
		N_("milliseconds between two steps when playing")},
	{"width", NULL, 20, 1000, offsetof(struct settings, width),
		N_("columns of the linear mode")},
	{"language", NULL, 0, 0, offsetof(struct settings, language),
		N_("of all texts: en, zh; of captions also others; empty: as the system")},
};

enum {
	ROWS = sizeof(table) / sizeof(table[0])
};

void settings_init(struct settings *s)
{
	*s = (struct settings){
		.theme = -1, .glyphs = -1, .mouse = 1, .pace = 600, .width = 80};
}

const char *settings_name(int i)
{
	return i < ROWS ? table[i].name : NULL;
}

const char *settings_help(int i)
{
	return _(table[i].help);
}

const char *settings_values(int i)
{
	return table[i].values ? table[i].values : "";
}

static int *number_field(struct settings *s, const struct row *row)
{
	return (int *)(void *)((char *)s + row->field);
}

/* The N-th word of VALUES; its length, 0: there is none. */
static size_t nth_word(const char *values, int n, const char **word)
{
	for (*word = values; n > 0 && **word; n--) {
		*word += strcspn(*word, " ");
		*word += **word == ' ';
	}
	return strcspn(*word, " ");
}

void settings_value(const struct settings *s, int i, struct strbuf *out)
{
	const struct row *row = &table[i];
	const char *word, *field = (const char *)s + row->field;
	int value;

	if (!row->values && !row->most) {
		strbuf_puts(out, field);
		return;
	}
	memcpy(&value, field, sizeof(value));
	if (row->values)
		strbuf_add(out, word, nth_word(row->values, value - row->first, &word));
	else
		strbuf_printf(out, "%d", value);
}

static bool set_choice(struct settings *s, const struct row *row, const char *value,
	struct strbuf *why)
{
	const char *word;
	size_t n;

	for (int i = 0; (n = nth_word(row->values, i, &word)) > 0; i++) {
		if (strlen(value) == n && strncmp(word, value, n) == 0) {
			*number_field(s, row) = row->first + i;
			return true;
		}
	}
	strbuf_printf(why, _("%s: '%s' is none of: %s"), row->name, value, row->values);
	return false;
}

static bool set_number(struct settings *s, const struct row *row, const char *value,
	struct strbuf *why)
{
	char *end;
	long n = strtol(value, &end, 10);

	if (end == value || *end || n < row->first || n > row->most) {
		strbuf_printf(why, _("%s: '%s' is not a number from %d to %d"),
			row->name, value, row->first, row->most);
		return false;
	}
	*number_field(s, row) = (int)n;
	return true;
}

static bool set_text(struct settings *s, const struct row *row, const char *value,
	struct strbuf *why)
{
	if (strlen(value) >= SETTINGS_TEXT) {
		strbuf_printf(why, _("%s: '%s' is too long"), row->name, value);
		return false;
	}
	strcpy((char *)s + row->field, value);
	return true;
}

bool settings_set(
	struct settings *s, const char *name, const char *value, struct strbuf *why)
{
	for (int i = 0; i < ROWS; i++) {
		if (strcmp(table[i].name, name) != 0)
			continue;
		if (table[i].values)
			return set_choice(s, &table[i], value, why);
		return table[i].most ? set_number(s, &table[i], value, why)
				     : set_text(s, &table[i], value, why);
	}
	strbuf_printf(why, _("there is no setting '%s'"), name);
	return false;
}

/* Lines. */

/* The word at TEXT, without blanks round it, ending before any of ENDS; moves
 * TEXT behind it. */
static void take_word(const char **text, const char *ends, struct strbuf *word)
{
	size_t n;

	*text += strspn(*text, " \t");
	n = strcspn(*text, ends);
	strbuf_add(word, *text, n);
	*text += n;
	while (word->length && isspace((unsigned char)word->text[word->length - 1]))
		word->text[--word->length] = '\0';
}

static bool add_map(
	struct settings *s, const char *key, const char *command, struct strbuf *why)
{
	uint32_t code = key_code(key);
	enum action action = action_find(command, strlen(command));

	if (code == KEY_NONE) {
		strbuf_printf(why, _("map: there is no key '%s'"), key);
		return false;
	}
	if (action == ACTION_NONE && strcmp(command, "none") != 0) {
		strbuf_printf(why, _("map: there is no command '%s'"), command);
		return false;
	}
	if (s->map_count == SETTINGS_MAPS) {
		strbuf_printf(why, _("map: more than %d keys"), SETTINGS_MAPS);
		return false;
	}
	s->maps[s->map_count].code = code;
	s->maps[s->map_count++].action = action;
	return true;
}

static bool read_map(struct settings *s, const char *rest, struct strbuf *why)
{
	struct strbuf key = STRBUF_INIT, command = STRBUF_INIT;
	bool done;

	take_word(&rest, " \t", &key);
	take_word(&rest, "\n", &command);
	done = add_map(s, key.text, command.text, why);
	strbuf_free(&key);
	strbuf_free(&command);
	return done;
}

static bool read_setting(struct settings *s, const char *line, struct strbuf *why)
{
	struct strbuf name = STRBUF_INIT, value = STRBUF_INIT;
	bool done = false;

	take_word(&line, "=", &name);
	if (*line == '=') {
		line++;
		take_word(&line, "#\n", &value);
		done = settings_set(s, name.text, value.text, why);
	} else {
		strbuf_printf(why, _("'%s' is not NAME = VALUE"), name.text);
	}
	strbuf_free(&name);
	strbuf_free(&value);
	return done;
}

bool settings_line(struct settings *s, const char *line, struct strbuf *why)
{
	line += strspn(line, " \t");
	if (!*line || *line == '#' || *line == '\n' || *line == '\r')
		return true;
	if (strncmp(line, "map", 3) == 0 && (line[3] == ' ' || line[3] == '\t'))
		return read_map(s, line + 3, why);
	return read_setting(s, line, why);
}

void settings_keymap(const struct settings *s, struct keymap *map)
{
	keymap_init(map, (enum key_profile)s->keys);
	for (int i = 0; i < s->map_count; i++)
		keymap_bind(map, s->maps[i].code, s->maps[i].action);
}
