#include "keymap.h"

#include <string.h>

#include "i18n.h"
#include "strbuf.h"

static const struct action_row table[ACTION_COUNT] = {
	[ACTION_NONE] = {"", "", ARGUMENT_NONE, GROUP_TIME, 0, "", ""},
#define ACTION(id, name, keys, argument, group, where, handler, hint, help) \
	[ACTION_##id] = {name, keys, ARGUMENT_##argument, GROUP_##group, where, \
		N_(hint), N_(help)},
#include "action.def"
#undef ACTION
};

const struct action_row *action_row(enum action a)
{
	return &table[a];
}

enum action action_find(const char *name, size_t length)
{
	enum action found = ACTION_NONE;

	for (int a = ACTION_NONE + 1; length > 0 && a < ACTION_COUNT; a++) {
		if (strncmp(table[a].name, name, length) != 0)
			continue;
		if (!table[a].name[length])
			return (enum action)a;
		if (found != ACTION_NONE)
			found = ACTION_COUNT;
		else
			found = (enum action)a;
	}
	return found == ACTION_COUNT ? ACTION_NONE : found;
}

const char *action_group_name(enum action_group g)
{
	static const char *const names[GROUP_COUNT] = {
		[GROUP_TIME] = N_("Time: lower case forward, upper case back."),
		[GROUP_STOPS] = N_("Stops and places"),
		[GROUP_LOOK] = N_("Looking"),
		[GROUP_PANES] = N_("Panes"),
		[GROUP_PROGRAM] = N_("The program"),
	};

	return names[g];
}

/* Keys that differ from the usual ones. */
struct rebinding {
	enum key_profile profile;
	const char *key;
	enum action action;
};

static const struct rebinding rebindings[] = {
	{PROFILE_VIM, ";", ACTION_STEP},
	{PROFILE_VIM, ",", ACTION_BACK},
	{PROFILE_VIM, "n", ACTION_FIND_NEXT},
	{PROFILE_VIM, "N", ACTION_FIND_BACK},
	{PROFILE_PUDB, "n", ACTION_OVER},
	{PROFILE_PUDB, "N", ACTION_OVER_BACK},
	{PROFILE_PUDB, "s", ACTION_STEP},
	{PROFILE_PUDB, "S", ACTION_BACK},
	{PROFILE_PUDB, "r", ACTION_FINISH},
	{PROFILE_PUDB, "f", ACTION_FINISH},
	{PROFILE_PUDB, "F", ACTION_FINISH_BACK},
	{PROFILE_PUDB, "V", ACTION_PANE_4},
};

static const char *const profiles[PROFILE_COUNT] = {"default", "vim", "pudb"};

const char *key_profile_name(enum key_profile p)
{
	return profiles[p];
}

int key_profile_find(const char *name)
{
	for (int p = 0; p < PROFILE_COUNT; p++) {
		if (strcmp(profiles[p], name) == 0)
			return p;
	}
	return -1;
}

static void bind_all(struct keymap *map, const char *keys, enum action a)
{
	while (*keys) {
		size_t n = strcspn(keys, " ");
		char name[16] = "";

		memcpy(name, keys, n);
		keymap_bind(map, key_code(name), a);
		keys += n + (keys[n] == ' ');
	}
}

void keymap_init(struct keymap *map, enum key_profile profile)
{
	map->count = 0;
	for (int a = ACTION_NONE + 1; a < ACTION_COUNT; a++)
		bind_all(map, table[a].keys, (enum action)a);
	for (unsigned i = 0; i < sizeof(rebindings) / sizeof(rebindings[0]); i++) {
		if (rebindings[i].profile == profile)
			keymap_bind(
				map, key_code(rebindings[i].key), rebindings[i].action);
	}
}

bool keymap_bind(struct keymap *map, uint32_t code, enum action a)
{
	int kept = 0;

	for (int i = 0; i < map->count; i++) {
		if (map->at[i].code != code)
			map->at[kept++] = map->at[i];
	}
	map->count = kept;
	if (map->count == KEYMAP_LIMIT)
		return false;
	map->at[map->count].code = code;
	map->at[map->count++].action = a;
	return true;
}

enum action keymap_find(const struct keymap *map, uint32_t code)
{
	for (int i = 0; i < map->count; i++) {
		if (map->at[i].code == code)
			return map->at[i].action;
	}
	return ACTION_NONE;
}

uint32_t keymap_key(const struct keymap *map, enum action a)
{
	for (int i = 0; i < map->count; i++) {
		if (map->at[i].action == a)
			return map->at[i].code;
	}
	return KEY_NONE;
}

void keymap_keys(const struct keymap *map, enum action a, struct strbuf *out)
{
	bool first = true;

	for (int i = 0; i < map->count; i++) {
		if (map->at[i].action != a)
			continue;
		if (!first)
			strbuf_putc(out, ' ');
		first = false;
		key_name(map->at[i].code, out);
	}
}

static bool are_opposite(uint32_t a, uint32_t b)
{
	static const char brackets[] = ")(}{][;,";

	if (a >= 'a' && a <= 'z')
		return b == a - 'a' + 'A';
	for (int i = 0; brackets[i]; i += 2) {
		if (a == (uint32_t)brackets[i] && b == (uint32_t)brackets[i + 1])
			return true;
	}
	return false;
}

enum action keymap_opposite(const struct keymap *map, enum action a)
{
	enum action next = (enum action)(a + 1);

	if (next < ACTION_COUNT && !table[next].where &&
		are_opposite(keymap_key(map, a), keymap_key(map, next)))
		return next;
	return ACTION_NONE;
}

/* Names of keys. */

struct named {
	const char *name;
	uint32_t code;
};

static const struct named names[] = {
	{"Space", ' '},
	{"Up", KEY_UP},
	{"Down", KEY_DOWN},
	{"Left", KEY_LEFT},
	{"Right", KEY_RIGHT},
	{"Home", KEY_HOME},
	{"End", KEY_END},
	{"PgUp", KEY_PAGE_UP},
	{"PgDn", KEY_PAGE_DOWN},
	{"Ins", KEY_INSERT},
	{"Del", KEY_DELETE},
	{"Tab", KEY_TAB},
	{"S-Tab", KEY_BACKTAB},
	{"Enter", KEY_ENTER},
	{"Esc", KEY_ESCAPE},
	{"Backspace", KEY_BACKSPACE},
	{"S-Up", KEY_SHIFT | KEY_UP},
	{"S-Down", KEY_SHIFT | KEY_DOWN},
	{"S-Left", KEY_SHIFT | KEY_LEFT},
	{"S-Right", KEY_SHIFT | KEY_RIGHT},
	{"F1", KEY_F1},
	{"F2", KEY_F1 + 1},
	{"F3", KEY_F1 + 2},
	{"F4", KEY_F1 + 3},
	{"F5", KEY_F1 + 4},
	{"F6", KEY_F1 + 5},
	{"F7", KEY_F1 + 6},
	{"F8", KEY_F1 + 7},
	{"F9", KEY_F1 + 8},
	{"F10", KEY_F1 + 9},
	{"F11", KEY_F1 + 10},
	{"F12", KEY_F1 + 11},
};

static bool is_one_character(const char *name)
{
	return name[0] > ' ' && name[0] <= '~' && !name[1];
}

uint32_t key_code(const char *name)
{
	if (is_one_character(name))
		return (uint32_t)name[0];
	if (strncmp(name, "C-", 2) == 0 && name[2] >= 'a' && name[2] <= 'z' && !name[3])
		return KEY_CTRL | (uint32_t)name[2];
	if (strncmp(name, "M-", 2) == 0 && is_one_character(name + 2))
		return KEY_ALT | (uint32_t)name[2];
	for (unsigned i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (strcmp(names[i].name, name) == 0)
			return names[i].code;
	}
	return KEY_NONE;
}

void key_name(uint32_t code, struct strbuf *out)
{
	for (unsigned i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (names[i].code == code) {
			strbuf_puts(out, names[i].name);
			return;
		}
	}
	if (code & KEY_ALT)
		strbuf_puts(out, "M-");
	if (code & KEY_CTRL)
		strbuf_puts(out, "C-");
	strbuf_put_utf8(out, code & 0x1fffff);
}
