#include "accept.h"

#include <string.h>

#include "library.h"

/* Which modules can be imported, and what to do without the others. */

static bool is_one_of(const char *name, const char *const *names)
{
	for (; *names; names++)
		if (!strcmp(name, *names))
			return true;
	return false;
}

static bool is_known_module(const char *name)
{
	static const char *const in_c[] = {
		"gc", "sys", "math", "builtins", "__builtin__", "__future__", NULL};

	return is_one_of(name, in_c) || library_has(name);
}

static bool is_known_future(const char *name)
{
	static const char *const names[] = {"print_function", "division",
		"absolute_import", "unicode_literals", "nested_scopes", "generators",
		"with_statement", "generator_stop", NULL};

	return is_one_of(name, names);
}

static const char *unknown_feature(const struct ast *node)
{
	for (uint32_t i = 0; i < node->import_from.names.count; i++) {
		const char *name = node->import_from.names.items[i]->alias.name;

		if (strcmp(name, "*") && !is_known_future(name))
			return "__future__";
	}
	return NULL;
}

const char *import_unaccepted(const struct ast *node)
{
	if (node->kind == AST_IMPORT_FROM) {
		const char *module = node->import_from.module;

		if (node->import_from.level || !module)
			return ".";
		if (!strcmp(module, "__future__"))
			return unknown_feature(node);
		return is_known_module(module) ? NULL : module;
	}
	for (uint32_t i = 0; i < node->import.names.count; i++) {
		const char *name = node->import.names.items[i]->alias.name;

		if (!is_known_module(name))
			return name;
	}
	return NULL;
}

#define CLOCK "there is no clock, so that every run is the same"
#define THREADS "there is one thread"
#define SYSTEM "programs see no files, processes or network"

const char *import_instead(const char *name)
{
	static const struct {
		const char *name, *instead;
	} table[] = {
		{".", "gcrefs runs programs of one file"},
		{"__future__", "it has the features that its versions have"},
		{"ctypes", "for the reference count of x use sys.getrefcount(x) - 1"},
		{"time", CLOCK},
		{"timeit", CLOCK},
		{"datetime", CLOCK},
		{"random", "every run is the same: write the numbers out"},
		{"secrets", "every run is the same: write the numbers out"},
		{"uuid", "every run is the same: write the numbers out"},
		{"threading", THREADS},
		{"thread", THREADS},
		{"_thread", THREADS},
		{"queue", "there is one thread; use collections.deque"},
		{"Queue", "there is one thread; use collections.deque"},
		{"concurrent", THREADS},
		{"multiprocessing", "there is one process"},
		{"asyncio", "write generators"},
		{"os", SYSTEM},
		{"io", SYSTEM},
		{"pathlib", SYSTEM},
		{"tempfile", SYSTEM},
		{"subprocess", SYSTEM},
		{"socket", SYSTEM},
		{"resource", SYSTEM},
		{"psutil", SYSTEM},
		{"tracemalloc", "gcrefs itself shows what is allocated"},
		{"objgraph",
			"gcrefs itself draws the objects; or use gc.get_referrers()"},
		{"inspect", "use sys, gc and the attributes of functions and frames"},
	};
	size_t length = strcspn(name[0] == '.' ? "." : name, ".");

	length = length ? length : 1;
	for (unsigned i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
		if (strlen(table[i].name) == length &&
			!strncmp(table[i].name, name, length))
			return table[i].instead;
	}
	return NULL;
}
