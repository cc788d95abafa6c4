#include "library.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "compile.h"
#include "compile_memory.h"
#include "strbuf.h"
#include "xalloc.h"

static const struct library_text *find(const char *name, size_t length)
{
	for (uint32_t i = 0; i < library_text_count; i++) {
		const struct library_text *t = &library_texts[i];

		if (strlen(t->name) == length && !memcmp(t->name, name, length))
			return t;
	}
	return NULL;
}

bool library_has(const char *name)
{
	return find(name, strlen(name)) != NULL;
}

/* ---- directives */

#define NESTING 8

struct reader {
	struct py_version v;
	struct strbuf out;
	int line;    /* of what comes next */
	bool absent; /* the version has no such module */
	bool native;
	int depth; /* of #if; which of them hold: */
	bool holds[NESTING];
};

/* "3.7" at *TEXT, which is moved behind it. */
static struct py_version read_version(const char **text)
{
	struct py_version v;
	char *end;

	v.major = (uint8_t)strtol(*text, &end, 10);
	assert(*end == '.');
	v.minor = (uint8_t)strtol(end + 1, &end, 10);
	*text = end;
	return v;
}

static bool reached(const struct reader *r, struct py_version v)
{
	return py_at_least(r->v, v.major, v.minor);
}

static bool condition(const struct reader *r, const char *text)
{
	bool before = *text == '<';

	text += before;
	return reached(r, read_version(&text)) != before;
}

static bool is_read(const struct reader *r)
{
	for (int i = 0; i < r->depth; i++) {
		if (!r->holds[i])
			return false;
	}
	return true;
}

static void put_line(struct reader *r, const char *text, size_t length)
{
	strbuf_add(&r->out, text, length);
	strbuf_putc(&r->out, '\n');
	r->line++;
}

/* #at: empty lines up to the number that the version has. */
static void go_to(struct reader *r, const char *text)
{
	while (*text == ' ') {
		struct py_version v = (text++, read_version(&text));
		char *end;
		long line = strtol(text + 1, &end, 10);

		text = end;
		if (v.major != r->v.major || v.minor != r->v.minor)
			continue;
		assert(r->line <= line);
		while (r->line < line)
			put_line(r, "", 0);
		return;
	}
}

static bool starts(const char *line, const char *directive)
{
	return !strncmp(line, directive, strlen(directive));
}

static void read_directive(struct reader *r, const char *line)
{
	const char *operand = strchr(line, ' ');

	if (starts(line, "#if ")) {
		assert(r->depth < NESTING);
		r->holds[r->depth++] = condition(r, operand + 1);
	} else if (starts(line, "#else")) {
		r->holds[r->depth - 1] = !r->holds[r->depth - 1];
	} else if (starts(line, "#end")) {
		r->depth--;
	} else if (!is_read(r)) {
		return;
	} else if (starts(line, "#native")) {
		r->native = true;
	} else if (starts(line, "#since ")) {
		r->absent |= !condition(r, operand + 1);
	} else if (starts(line, "#until ")) {
		struct py_version last = (operand++, read_version(&operand));

		last.minor++;
		r->absent |= reached(r, last);
	} else if (starts(line, "#at ")) {
		go_to(r, operand);
	}
}

/* The text of the module in version V. */
static struct reader read_text(const struct library_text *t, struct py_version v)
{
	struct reader r = {.v = v, .out = STRBUF_INIT, .line = 1};
	const char *at = t->text, *end = t->text + t->length;

	while (at < end) {
		const char *next = memchr(at, '\n', (size_t)(end - at));

		assert(next);
		if (*at == '#') {
			char *line = xmalloc((size_t)(next - at) + 1);

			memcpy(line, at, (size_t)(next - at));
			line[next - at] = '\0';
			read_directive(&r, line);
			free(line);
		} else if (is_read(&r)) {
			put_line(&r, at, (size_t)(next - at));
		}
		at = next + 1;
	}
	assert(r.depth == 0);
	return r;
}

/* ---- compiling and linking */

/* What is linked so far. */
struct linker {
	struct unit *unit;
	struct py_version v;
	struct diag *diag;
	bool failed;
	struct unit_code_list {
		struct code **items;
		uint32_t count;
	} codes;
	struct unit_module *modules;
	struct unit **units;
	uint32_t count;
	const struct library_text **seen;
	uint32_t seen_count;
};

static void link_imports(struct linker *l, struct code *const *codes, uint32_t count);

/* Where distributions keep it. */
static char *path_of(const struct library_text *t, struct py_version v)
{
	struct strbuf path = STRBUF_INIT;
	size_t start;

	strbuf_printf(&path, "/usr/lib/python%u.%u/", v.major, v.minor);
	start = path.length;
	strbuf_printf(&path, "%s.py", t->name);
	for (char *dot = strchr(path.text + start, '.'); dot[1] != 'p';
		dot = strchr(dot, '.'))
		*dot = '/';
	return strbuf_take(&path);
}

static struct unit *compile_module_text(
	const struct library_text *t, const struct reader *r, struct diag *d)
{
	char *path = path_of(t, r->v);
	struct unit *unit = compile_library(r->out.text, r->out.length, path, r->v,
		r->native ? CODE_LIBRARY | CODE_NATIVE : CODE_LIBRARY, d);

	free(path);
	return unit;
}

static void add_codes(struct linker *l, struct unit *unit)
{
	l->codes.items = xreallocarray(l->codes.items,
		l->codes.count + unit->code_count, sizeof(*l->codes.items));
	for (uint32_t i = 0; i < unit->code_count; i++) {
		unit->codes[i]->id = l->codes.count;
		l->codes.items[l->codes.count++] = unit->codes[i];
	}
}

static void link_module(struct linker *l, const struct library_text *t)
{
	struct reader r;
	struct unit *unit;

	for (uint32_t i = 0; i < l->seen_count; i++) {
		if (l->seen[i] == t)
			return;
	}
	l->seen = xreallocarray(l->seen, l->seen_count + 1, sizeof(*l->seen));
	l->seen[l->seen_count++] = t;
	r = read_text(t, l->v);
	unit = r.absent ? NULL : compile_module_text(t, &r, l->diag);
	l->failed |= !unit && !r.absent;
	if (unit) {
		link_imports(l, unit->codes, unit->code_count);
		l->units = xreallocarray(l->units, l->count + 1, sizeof(*l->units));
		l->modules =
			xreallocarray(l->modules, l->count + 1, sizeof(*l->modules));
		l->units[l->count] = unit;
		l->modules[l->count++] = (struct unit_module){t->name, unit->codes[0]};
		add_codes(l, unit);
	}
	strbuf_free(&r.out);
}

/* A module and the packages it is in. */
static void link_name(struct linker *l, const char *name)
{
	for (const char *dot = strchr(name, '.'); dot; dot = strchr(dot + 1, '.')) {
		const struct library_text *t = find(name, (size_t)(dot - name));

		if (t)
			link_module(l, t);
	}
	if (find(name, strlen(name)))
		link_module(l, find(name, strlen(name)));
}

/* 2.7: whether OP loads one of the built-in functions that are Python here. */
static bool loads_builtin(
	const struct linker *l, const struct code *code, const struct op *op)
{
	static const char *const names[] = {"zip", "map", "filter", "reduce", "apply"};
	const char *name;

	if (l->v.major != 2 || (op->code != OP_LOAD_GLOBAL && op->code != OP_LOAD_NAME))
		return false;
	name = code->names[op->arg];
	for (unsigned i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (!strcmp(name, names[i]))
			return true;
	}
	return false;
}

static void link_imports(struct linker *l, struct code *const *codes, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++) {
		for (uint32_t k = 0; k < codes[i]->op_count; k++) {
			const struct op *op = &codes[i]->ops[k];

			if (op->code == OP_IMPORT_NAME)
				link_name(l, codes[i]->names[op->arg]);
			else if (loads_builtin(l, codes[i], op))
				link_name(l, "__builtin__");
		}
	}
}

bool library_link(struct unit *unit, struct py_version v, struct diag *d)
{
	struct linker l = {.unit = unit, .v = v, .diag = d};
	uint32_t own = unit->code_count;

	add_codes(&l, unit);
	link_imports(&l, unit->codes, own);
	if (l.count) {
		unit->codes = unit_copy(unit->memory, l.codes.items, l.codes.count,
			sizeof(*l.codes.items));
		unit->modules =
			unit_copy(unit->memory, l.modules, l.count, sizeof(*l.modules));
		unit->libraries = unit_copy(
			unit->memory, l.units, l.count, sizeof(struct unit *));
		unit->module_count = l.count;
	}
	free(l.codes.items);
	free(l.modules);
	free(l.units);
	free(l.seen);
	return !l.failed;
}
