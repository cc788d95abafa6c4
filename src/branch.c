#include "branch.h"

#include <stdlib.h>
#include <string.h>

#include "compile.h"
#include "dialect.h"
#include "insertion.h"
#include "strbuf.h"
#include "xalloc.h"

struct branch {
	struct unit *statement; /* owned */
	struct unit unit;       /* the program's, with the codes of the statements */
	struct insertions insertions;
	struct machine *machine;
	uint64_t step;
};

static uint32_t count_codes(const struct unit *unit)
{
	uint32_t n = unit->code_count;

	for (uint32_t i = 0; i < unit->module_count; i++)
		n += unit->libraries[i]->code_count;
	return n;
}

/* The statement on the line of source that it stands before, so that messages and
 * views have its place. */
static struct unit *compile_statement(
	const char *text, int line, struct py_version v, struct diag *d)
{
	struct strbuf source = STRBUF_INIT;
	struct unit *unit;

	for (int i = 1; i < line; i++)
		strbuf_putc(&source, '\n');
	strbuf_puts(&source, text);
	strbuf_putc(&source, '\n');
	unit = compile_source(source.text, source.length, "<what if>", v, d);
	strbuf_free(&source);
	return unit;
}

/* BASE with the codes of ADDED behind its own. */
static void join_units(struct branch *b, const struct unit *base, uint32_t count)
{
	const struct unit *added = b->statement;

	b->unit = *base;
	b->unit.codes = xcalloc(count + added->code_count, sizeof(*b->unit.codes));
	memcpy(b->unit.codes, base->codes, count * sizeof(*b->unit.codes));
	for (uint32_t i = 0; i < added->code_count; i++) {
		added->codes[i]->id = count + i;
		b->unit.codes[count + i] = added->codes[i];
	}
}

/* Where codes of the statements of PARENT end in its unit. */
static uint32_t count_all(const struct unit *unit, const struct branch *parent)
{
	const struct insertions *all;
	uint32_t n;

	if (!parent)
		return count_codes(unit);
	all = &parent->insertions;
	n = all->at[all->count - 1].code->id;
	return n + parent->statement->code_count;
}

struct branch *branch_new(const struct unit *unit, const struct machine *from,
	const struct branch *parent, uint64_t step, int line, const char *statement,
	struct diag *d)
{
	struct branch *b = xcalloc(1, sizeof(*b));
	struct machine_options options = *machine_options_of(from);
	const struct unit *base = parent ? &parent->unit : unit;

	b->step = step;
	if (parent)
		b->insertions = parent->insertions;
	if (b->insertions.count == INSERTION_LIMIT)
		diag_refuse(d, NULL, 0, 0, "too many statements in a row");
	else
		b->statement = compile_statement(statement, line, options.version, d);
	if (b->statement) {
		join_units(b, base, count_all(unit, parent));
		b->insertions.at[b->insertions.count++] =
			(struct insertion){step, b->statement->codes[0]};
		options.insertions = &b->insertions;
		b->machine = machine_new(&b->unit, &options, d);
	}
	if (b->machine)
		return b;
	branch_free(b);
	return NULL;
}

void branch_free(struct branch *b)
{
	if (!b)
		return;
	machine_free(b->machine);
	free(b->unit.codes);
	unit_free(b->statement);
	free(b);
}

struct machine *branch_machine(const struct branch *b)
{
	return b->machine;
}

/* Whether the last statement's frame has just begun. */
static bool has_begun(const struct branch *b)
{
	return reg(machine_world(b->machine), REG_INSERTED_DONE) ==
		b->insertions.count &&
		machine_event(b->machine).kind == EV_CALL;
}

/* The statement, or what it called, is under way; it has not just raised an exception
 * that goes on to the program. */
static bool is_running(const struct world *w)
{
	bool raised = reg(w, REG_EXCEPTION) &&
		frame_kind(w, reg(w, REG_TOP)) == FRAME_INSERTION;

	return insertion_is_running(w) && !raised;
}

enum machine_result branch_run(struct branch *b, const struct machine_poll *poll)
{
	const struct world *w = machine_world(b->machine);
	enum machine_result result = machine_seek(b->machine, b->step, poll);

	while (result == MACHINE_MOVED && !has_begun(b))
		result = machine_forward(b->machine, GRAIN_MICRO, poll);
	while (result == MACHINE_MOVED && is_running(w))
		result = machine_forward(b->machine, GRAIN_MICRO, poll);
	return result;
}
