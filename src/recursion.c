#include "recursion.h"

#include <string.h>

#include "code_read.h"
#include "dialect.h"
#include "errors.h"
#include "frame.h"

/* Columns of the table; what is newer is as 3.13. */
enum {
	VERSIONS = 9,
	HOT_VERSIONS = 3,
	FIRST_HOT = VERSIONS - HOT_VERSIONS
};

static const char *const paths[LEVEL_PATHS][VERSIONS + HOT_VERSIONS] = {
#define LEVELS(path, ...) [LEVELS_##path] = {__VA_ARGS__},
#include "recursion.def"
#undef LEVELS
};

/* FRAME_LEVELS: those of C, and behind them those of Python (P). */
#define PYTHON_LEVEL (1u << 16)

static bool is_apart(const struct world *w)
{
	return py_at_least(w->dialect->version, 3, 12);
}

static const char *letters(const struct world *w, enum level_path path, bool hot)
{
	struct py_version v = w->dialect->version;
	int column = v.major == 2 ? 0 : v.minor - 5;

	if (column >= VERSIONS)
		column = VERSIONS - 1;
	if (hot && column >= FIRST_HOT)
		column += HOT_VERSIONS;
	return paths[path][column];
}

static uint32_t native_limit(const struct world *w)
{
	if (!is_apart(w))
		return reg(w, REG_RECURSION_LIMIT);
	return py_at_least(w->dialect->version, 3, 13) ? 10000 : 1500;
}

/* 3.12+: what the evaluation of the module takes (PY_EVAL_C_STACK_UNITS). */
#define EVALUATION 2

static uint32_t native_depth(const struct world *w)
{
	return reg(w, REG_NATIVE_DEPTH) +
		(is_apart(w) ? EVALUATION
			     : reg(w, REG_DEPTH) + reg(w, REG_HIDDEN_DEPTH));
}

static uint32_t python_depth(const struct world *w)
{
	return reg(w, REG_DEPTH) + reg(w, REG_HIDDEN_DEPTH) +
		(is_apart(w) ? 0 : reg(w, REG_NATIVE_DEPTH));
}

uint32_t recursion_room(const struct world *w)
{
	uint32_t depth = native_depth(w), limit = native_limit(w);

	return depth < limit ? limit - depth : 0;
}

static bool exceeded(struct world *w, char letter)
{
	bool two = w->dialect->version.major == 2;
	const char *where = "";

	switch (letter) {
	case 'C':
		where = " while calling a Python object";
		break;
	case 'R':
		where = " while getting the repr of an object";
		break;
	case 'S':
		where = " while getting the str of an object";
		break;
	case 'M':
		where = two ? " in cmp" : " in comparison";
		break;
	case 'I':
		where = " in __instancecheck__";
		break;
	case 'U':
		where = " in __subclasscheck__";
		break;
	}
	raise_error(w, two ? T_RUNTIME_ERROR : T_RECURSION_ERROR,
		"maximum recursion depth exceeded%s", where);
	return false;
}

static uint32_t levels_of(char letter)
{
	return letter == 'P' ? PYTHON_LEVEL : letter == 'E' ? EVALUATION : 1;
}

static uint32_t native_part(uint32_t levels)
{
	return levels % PYTHON_LEVEL;
}

static uint32_t python_part(uint32_t levels)
{
	return levels / PYTHON_LEVEL;
}

/* The first of LETTERS that is one too many raises. */
static bool fits(struct world *w, const char *text)
{
	uint32_t room = recursion_room(w);

	for (; *text; text++) {
		uint32_t more = levels_of(*text);

		if (python_part(more) && python_depth(w) >= reg(w, REG_RECURSION_LIMIT))
			return exceeded(w, *text);
		if (native_part(more) > room)
			return exceeded(w, *text);
		room -= native_part(more);
	}
	return true;
}

static bool has_room(struct world *w)
{
	if (frame_has_room(w))
		return true;
	raise_value(w, T_MEMORY_ERROR, 0);
	return false;
}

bool recursion_enter(struct world *w, enum level_path path, bool hot, uint32_t *levels)
{
	const char *text = letters(w, path, hot);

	*levels = 0;
	if (!*text)
		return true;
	if (!fits(w, text) || !has_room(w))
		return false;
	for (; *text; text++)
		*levels += levels_of(*text);
	set_reg(w, REG_NATIVE_DEPTH, reg(w, REG_NATIVE_DEPTH) + native_part(*levels));
	if (python_part(*levels))
		set_reg(w, REG_HIDDEN_DEPTH,
			reg(w, REG_HIDDEN_DEPTH) + python_part(*levels));
	return true;
}

void recursion_leave(struct world *w, uint32_t levels)
{
	frame_leave_levels(w, levels);
}

void recursion_hold(struct world *w, uint32_t f, uint32_t levels)
{
	if (levels)
		set_word(w, f + FRAME_LEVELS, word(w, f + FRAME_LEVELS) + levels);
}

void recursion_settle(struct world *w, uint32_t top, uint32_t levels)
{
	uint32_t f = reg(w, REG_TOP);

	if (!levels)
		return;
	if (f == top) {
		recursion_leave(w, levels);
		return;
	}
	while (word(w, f + FRAME_LINK) != top)
		f = word(w, f + FRAME_LINK);
	recursion_hold(w, f, levels);
}

bool recursion_check(struct world *w, enum level_path path, bool hot)
{
	return fits(w, letters(w, path, hot));
}

bool recursion_check_nested(struct world *w, enum level_path path, uint32_t count)
{
	if (count <= recursion_room(w))
		return true;
	return exceeded(w, *letters(w, path, false));
}

bool recursion_call(struct world *w)
{
	if (python_depth(w) >= reg(w, REG_RECURSION_LIMIT))
		return exceeded(w, 0);
	return has_room(w);
}

bool recursion_is_hot(const struct world *w, uint32_t f)
{
	uint32_t calls = w->dialect->hot_calls;

	return calls && code_calls(w, word(w, frame_slot(f, PY_CODE))) >= calls;
}
