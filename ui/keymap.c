#include "keymap.h"

#include "i18n.h"

static const struct binding table[ACTION_COUNT] = {
	[ACTION_NONE] = {"", "", KEY_NONE, KEY_NONE, "", ""},
#define ACTION(id, name, keys, key, other, hint, help) \
	[ACTION_##id] = {name, keys, key, other, N_(hint), N_(help)},
#include "action.def"
#undef ACTION
};

const struct binding *keymap_binding(enum action a)
{
	return &table[a];
}

enum action keymap_find(uint32_t code)
{
	if (code == KEY_NONE)
		return ACTION_NONE;
	for (int a = ACTION_NONE + 1; a < ACTION_COUNT; a++) {
		if (table[a].key == code || table[a].other == code)
			return (enum action)a;
	}
	return ACTION_NONE;
}
