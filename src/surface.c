#include "surface.h"

#include <string.h>

/* The same numbers as enum builtin_type. */
enum {
#define TYPE(id, kind, base, name2, name3) TYPE_##id,
#include "types.def"
#undef TYPE
};

#define MODULE_HAS(module, since, until, names)
#define TYPE_HAS(type, kind, since, until, names) \
	{TYPE_##type, SURFACE_##kind, since, until, names},
const struct surface_row surface_types[] = {
#include "surface.def"
	{0, SURFACE_SLOT, 0, 0, NULL}};
#undef MODULE_HAS
#undef TYPE_HAS

#define MODULE_HAS(module, since, until, names) \
	{SURFACE_##module, SURFACE_VALUE, since, until, names},
#define TYPE_HAS(type, kind, since, until, names)
const struct surface_row surface_modules[] = {
#include "surface.def"
	{0, SURFACE_SLOT, 0, 0, NULL}};
#undef MODULE_HAS
#undef TYPE_HAS

bool surface_applies(const struct surface_row *row, struct py_version v)
{
	uint16_t number = (uint16_t)(v.major * 100 + v.minor);

	return number >= row->since && (!row->until || number <= row->until);
}

const char *surface_next(const char **cursor, int *length)
{
	const char *name = *cursor + strspn(*cursor, " ");

	*length = (int)strcspn(name, " ");
	*cursor = name + *length;
	return *length ? name : NULL;
}

static bool row_has(const struct surface_row *row, const char *wanted)
{
	const char *cursor = row->names, *name;
	int length;

	while ((name = surface_next(&cursor, &length))) {
		if (strlen(wanted) == (size_t)length &&
			memcmp(name, wanted, (size_t)length) == 0)
			return true;
	}
	return false;
}

bool surface_module_has(
	enum surface_module module, struct py_version v, const char *name)
{
	for (const struct surface_row *row = surface_modules; row->names; row++) {
		if (row->owner == (int)module && surface_applies(row, v) &&
			row_has(row, name))
			return true;
	}
	return false;
}

enum surface_module surface_module_named(const char *name)
{
	static const struct {
		const char *name;
		enum surface_module module;
	} rows[] = {{"builtins", SURFACE_BUILTINS}, {"__builtin__", SURFACE_BUILTINS},
		{"gc", SURFACE_GC}, {"sys", SURFACE_SYS}, {"weakref", SURFACE_WEAKREF},
		{"math", SURFACE_MATH}};

	for (unsigned i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		if (strcmp(rows[i].name, name) == 0)
			return rows[i].module;
	}
	return SURFACE_MODULES;
}
