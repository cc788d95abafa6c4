#include "facts.h"

#include <stdlib.h>
#include <string.h>

#include "i18n.h"
#include "naming.h"
#include "strbuf.h"
#include "symbols.h"
#include "xalloc.h"

/* Which object of its class the one with a serial is; 0: of no class of the program. */
struct census {
	uint32_t *ordinal, *made; /* by serial; by symbol of the class */
	uint32_t serials, symbols;
};

struct run {
	struct facts *facts;
	const struct machine *machine;
	struct naming *names;
	struct census census;
	struct strbuf printed; /* a line that has not ended */
	size_t cursor;
	bool ended; /* the program; the interpreter takes down what is left */
};

static uint32_t *room(uint32_t *words, uint32_t *count, uint32_t index)
{
	uint32_t wanted = *count ? *count : 256;

	if (index < *count)
		return words;
	while (wanted <= index)
		wanted *= 2;
	words = xreallocarray(words, wanted, sizeof(*words));
	memset(words + *count, 0, (wanted - *count) * sizeof(*words));
	*count = wanted;
	return words;
}

static void add(struct run *r, struct strbuf *text, const struct event *e)
{
	struct facts *f = r->facts;

	if (f->count == f->capacity) {
		f->capacity = f->capacity ? 2 * f->capacity : 64;
		f->items = xreallocarray(f->items, f->capacity, sizeof(*f->items));
	}
	f->items[f->count++] = (struct fact){strbuf_take(text),
		machine_position(r->machine), r->ended ? 0 : (int)e->line};
}

static bool is_of_program(const struct world *w, uint32_t serial)
{
	obj_id o = obj_by_serial(w, serial);
	obj_id class = o ? obj_class(w, o) : 0;

	return o &&
		(obj_kind(w, o) == KIND_OLD_INSTANCE ||
			(class && type_is_heap(w, class)));
}

static void count_object(struct run *r, const struct event *e)
{
	struct census *c = &r->census;
	uint32_t type = naming_type(r->names, e->object);

	if (!is_of_program(machine_world(r->machine), e->object))
		return;
	c->ordinal = room(c->ordinal, &c->serials, e->object);
	c->made = room(c->made, &c->symbols, type);
	c->ordinal[e->object] = ++c->made[type];
}

/* "Node 3"; nothing for an object that is not the program's. */
static bool put_object(struct run *r, uint32_t serial, struct strbuf *out)
{
	const struct census *c = &r->census;

	if (serial >= c->serials || !c->ordinal[serial])
		return false;
	strbuf_printf(out, "%s %u",
		symbols_text(machine_world(r->machine)->symbols,
			naming_type(r->names, serial)),
		c->ordinal[serial]);
	return true;
}

static void add_object(struct run *r, const struct event *e, const char *format)
{
	struct strbuf name = STRBUF_INIT, text = STRBUF_INIT;

	if (put_object(r, e->object, &name)) {
		strbuf_printf(&text, format, name.text);
		add(r, &text, e);
	}
	strbuf_free(&name);
	strbuf_free(&text);
}

static void add_collection(struct run *r, const struct event *e)
{
	struct strbuf text = STRBUF_INIT;

	strbuf_printf(
		&text, _("collection of generation %u: %u found"), e->index, e->now);
	if (e->was)
		strbuf_printf(&text, _(", %u of them uncollectable"), e->was);
	add(r, &text, e);
}

static void add_end(struct run *r, const struct event *e)
{
	struct strbuf text = STRBUF_INIT;

	strbuf_printf(&text, _("exit status %u"), e->now);
	add(r, &text, e);
}

static void end_line(struct run *r, const struct event *e, int stream)
{
	struct strbuf text = STRBUF_INIT;

	strbuf_puts(&text, stream == 2 ? _("says on standard error: ") : _("prints: "));
	strbuf_add(&text, r->printed.text, r->printed.length);
	strbuf_clear(&r->printed);
	add(r, &text, e);
}

static void take_output(struct run *r, const struct event *e)
{
	const char *bytes;
	size_t length;
	int stream;

	while (machine_output_piece(r->machine, &r->cursor, &stream, &bytes, &length)) {
		for (size_t i = 0; i < length; i++) {
			if (bytes[i] == '\n')
				end_line(r, e, stream);
			else
				strbuf_putc(&r->printed, bytes[i]);
		}
	}
}

static void take_event(struct run *r, const struct event *e)
{
	switch (e->kind) {
	case EV_ALLOC:
		count_object(r, e);
		break;
	case EV_FREE:
		add_object(r, e, _("%s is freed"));
		break;
	case EV_FINALIZER:
		add_object(r, e, _("%s is finalized"));
		break;
	case EV_RESURRECT:
		add_object(r, e, _("%s lives on"));
		break;
	case EV_UNCOLLECTABLE:
		add_object(r, e, _("%s is uncollectable"));
		break;
	case EV_GC_END:
		add_collection(r, e);
		break;
	case EV_EXIT:
		r->ended = true;
		break;
	case EV_END:
		add_end(r, e);
		break;
	default:
		break;
	}
}

void facts_collect(struct facts *f, struct machine *m)
{
	struct run r = {.facts = f, .machine = m, .printed = STRBUF_INIT};

	*f = (struct facts){0};
	r.names = naming_new(reg(machine_world(m), REG_SERIAL));
	do {
		uint64_t before = machine_position(m);
		struct event e;

		f->end = machine_forward(m, GRAIN_MICRO, NULL);
		if (machine_position(m) == before)
			continue;
		e = machine_event(m);
		naming_event(r.names, &e);
		take_output(&r, &e);
		take_event(&r, &e);
	} while (f->end == MACHINE_MOVED);
	if (r.printed.length)
		end_line(&r, &(struct event){0}, 1);
	naming_free(r.names);
	free(r.census.ordinal);
	free(r.census.made);
	strbuf_free(&r.printed);
}

void facts_free(struct facts *f)
{
	for (size_t i = 0; i < f->count; i++)
		free(f->items[i].text);
	free(f->items);
	*f = (struct facts){0};
}
