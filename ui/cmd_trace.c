#include "program.h"

#include <string.h>

#include "config.h"

#include "dialect.h"
#include "naming.h"
#include "strbuf.h"
#include "symbols.h"
#include "wtext.h"

/* gcrefs trace: one JSON object a line; see gcrefs-trace(5). */

static void add_escaped(struct strbuf *out, const char *text)
{
	const char *end = text + strlen(text);

	strbuf_putc(out, '"');
	while (text < end) {
		uint32_t code;
		int n = wtext_decode(text, end, &code);

		if (n == 0) {
			strbuf_puts(out, "\\ufffd");
			n = 1;
		} else if (code == '"' || code == '\\') {
			strbuf_printf(out, "\\%c", (char)code);
		} else if (code < 0x20 || code == 0x7f) {
			strbuf_printf(out, "\\u%04x", code);
		} else {
			strbuf_add(out, text, (size_t)n);
		}
		text += n;
	}
	strbuf_putc(out, '"');
}

static void add_object(struct strbuf *out, const char *key, const struct world *w,
	struct naming *names, uint32_t serial)
{
	struct query q = {.w = w, .first_serial = naming_first_serial(names)};
	uint32_t type = naming_type(names, serial);

	if (!serial)
		return;
	strbuf_printf(out, ",\"%s\":%lld", key, (long long)query_number(&q, serial));
	if (type) {
		strbuf_printf(out, ",\"%s_type\":", key);
		add_escaped(out, symbols_text(w->symbols, type));
	}
}

static const char *place_name(uint8_t place)
{
	static const char *const names[] = {
		[PLACE_NONE] = NULL,
		[PLACE_TEMPORARY] = "temporary",
		[PLACE_LOCAL] = "local",
		[PLACE_GLOBAL] = "global",
		[PLACE_CELL] = "cell",
		[PLACE_ATTRIBUTE] = "attribute",
		[PLACE_INDEX] = "index",
		[PLACE_KEY] = "key",
		[PLACE_FIELD] = "field",
		[PLACE_CLASS] = "class",
		[PLACE_DICT] = "dict",
	};

	return place < sizeof(names) / sizeof(names[0]) ? names[place] : NULL;
}

/* Which numbers an event has (event.h). */
static bool has_index(const struct event *e)
{
	return e->place == PLACE_INDEX || e->place == PLACE_KEY ||
		e->place == PLACE_FIELD;
}

static bool has_generation(const struct event *e)
{
	return e->kind == EV_GC_START || e->kind == EV_GC_END ||
		e->kind == EV_PROMOTE || e->kind == EV_COUNT;
}

static bool has_counts(const struct event *e)
{
	switch (e->kind) {
	case EV_START:
	case EV_LINE:
	case EV_FREE:
	case EV_TRACK:
	case EV_UNTRACK:
	case EV_RAISE:
	case EV_GC_PHASE:
	case EV_CLEAR:
		return false;
	default:
		return true;
	}
}

static void add_phases(struct strbuf *out, const struct event *e)
{
	enum gc_phase phase = (enum gc_phase)e->now;

	strbuf_printf(out, ",\"function\":\"%s\",\"step_of_five\":%d",
		gc_phase_function(phase), gc_phase_step(phase));
}

static void add_event(struct strbuf *out, const struct machine *m, struct naming *names,
	const struct event *e)
{
	const struct world *w = machine_world(m);
	const char *place = place_name(e->place);

	strbuf_printf(out, "{\"step\":%llu,\"event\":\"%s\",\"line\":%d,\"depth\":%u",
		(unsigned long long)machine_position(m),
		event_kind_name((enum event_kind)e->kind), (int)e->line, e->depth);
	add_object(out, "object", w, names, e->object);
	add_object(out, "other", w, names, e->other);
	if (place)
		strbuf_printf(out, ",\"place\":\"%s\"", place);
	if (has_index(e))
		strbuf_printf(out, ",\"index\":%u", e->index);
	if (has_generation(e))
		strbuf_printf(out, ",\"generation\":%u", e->index);
	if (e->name && e->kind != EV_ALLOC) {
		strbuf_puts(out, ",\"name\":");
		add_escaped(out, symbols_text(w->symbols, e->name));
	}
	if (e->kind == EV_GC_PHASE)
		add_phases(out, e);
	if (has_counts(e) && e->now == RC_IMMORTAL)
		strbuf_puts(out, ",\"immortal\":true");
	else if (has_counts(e))
		strbuf_printf(out, ",\"was\":%u,\"now\":%u", e->was, e->now);
	strbuf_puts(out, "}\n");
}

static void add_heading(struct strbuf *out, const struct program *p)
{
	const struct world *w = machine_world(p->machine);

	strbuf_printf(out, "{\"gcrefs\":\"%s\",\"trace\":1,\"file\":", PACKAGE_VERSION);
	add_escaped(out, p->scenario->file);
	strbuf_printf(out, ",\"python\":\"%s\",\"algorithm\":\"%s\"}\n",
		w->dialect->release,
		reg(w, REG_GC_ALGORITHM) == GC_CPYTHON ? "cpython" : "five-step");
}

static bool flush(struct strbuf *out)
{
	bool ok = fwrite(out->text, 1, out->length, stdout) == out->length;

	strbuf_clear(out);
	return ok;
}

/* Every event is learned from; those of the grain are printed. */
static bool is_wanted(const struct options *o, const struct event *e)
{
	switch (o->grain) {
	case GRAIN_STEP:
		return event_is_shown(e);
	case GRAIN_LINE:
		return e->kind == EV_LINE;
	case GRAIN_PHASE:
		return e->kind == EV_GC_PHASE || e->kind == EV_GC_START ||
			e->kind == EV_GC_END;
	case GRAIN_GC:
		return e->kind == EV_GC_START || e->kind == EV_GC_END;
	default:
		return true;
	}
}

static void take(const struct options *o, const struct program *p, struct naming *names,
	struct strbuf *out)
{
	struct event e = machine_event(p->machine);

	naming_event(names, &e);
	if (is_wanted(o, &e))
		add_event(out, p->machine, names, &e);
}

int cmd_trace(const struct options *o)
{
	struct program p;
	int status = program_load(&p, o, GC_CPYTHON, true);
	struct strbuf out = STRBUF_INIT;
	struct naming *names;
	enum machine_result result;

	if (status)
		return status;
	names = naming_new(reg(machine_world(p.machine), REG_SERIAL));
	add_heading(&out, &p);
	do {
		uint64_t before = machine_position(p.machine);

		result = machine_forward(p.machine, GRAIN_MICRO, NULL);
		if (machine_position(p.machine) > before)
			take(o, &p, names, &out);
		if (out.length > 60000 && !flush(&out))
			break;
	} while (result == MACHINE_MOVED);
	flush(&out);
	if (result == MACHINE_LIMIT) {
		program_tell_limit(o);
		status = EXIT_FAILED;
	}
	strbuf_free(&out);
	naming_free(names);
	program_free(&p);
	return status;
}
