#include <stdlib.h>

#include "i18n.h"
#include "narrate.h"
#include "query_loss.h"
#include "report_part.h"
#include "scenario.h"
#include "strbuf.h"
#include "weakref.h"
#include "xalloc.h"

/* One object: state, holders, referents, events.  Why it is alive or dead stands
 * in report_life.c. */

enum {
	HOLDERS_SHOWN = 200,
	LOSSES_SHOWN = 16, /* holders for which the loss is worked out */
	NAMES_SHOWN = 6,
	REFERENTS_SHOWN = 200,
	EVENTS_SHOWN = 12,
	EVENTS_SEARCHED = 200000
};

static void add_title(struct report *r, const struct query *q, obj_id o)
{
	struct strbuf text = STRBUF_INIT;

	query_name(q, o, &text);
	if (obj_kind(q->w, o) != KIND_TYPE && obj_kind(q->w, o) != KIND_FUNCTION &&
		!(q->marks[o] & QUERY_ATOM)) {
		strbuf_puts(&text, "  ");
		query_value(q, o, 200, &text);
	}
	report_take(r, REPORT_TITLE, 0, &text);
}

static const char *state_reason(enum object_state s)
{
	static const char *const reasons[STATE_COUNT] = {
		[STATE_LIVE] = N_("live: something outside leads to it"),
		[STATE_DEAD] = N_("dead: nothing outside leads to it any more, and "
				  "nothing has freed it yet"),
		[STATE_CANDIDATE] = N_("candidate: in the collection, not decided"),
		[STATE_REACHABLE] = N_("reachable: the collection has found that "
				       "something outside leads to it"),
		[STATE_SET_ASIDE] = N_("set aside: perhaps unreachable"),
		[STATE_UNREACHABLE] = N_("unreachable: the collection has decided it"),
		[STATE_UNCOLLECTABLE] =
			N_("uncollectable: in gc.garbage, or kept by what is there"),
		[STATE_FREED] = N_("freed"),
	};

	return _(reasons[s]);
}

static void add_list(struct report *r, const struct query *q, obj_id o)
{
	if (q->list[o])
		report_add(r, REPORT_LINE, 0, _("list: %s"),
			query_list_name((enum gc_list)q->list[o]));
	else if (obj_is_gc(q->w, o) && !obj_immortal(q->w, o))
		report_add(r, REPORT_LINE, 0,
			_("in none of the collector's lists: not tracked"));
}

static void add_state(struct report *r, const struct query *q, obj_id o)
{
	if (obj_immortal(q->w, o)) {
		report_add(r, REPORT_VERDICT, 0,
			_("immortal: made for ever, never counted (\xe2\x88\x9e)"));
		return;
	}
	report_add(r, REPORT_VERDICT, 0, "%s", state_reason(query_state(q, o)));
	if (query_is_collected(q, o))
		report_add(r, REPORT_LINE, 0, _("gc_refs %u of refcount %u"),
			gc_refs(q->w, o), obj_rc(q->w, o));
	add_list(r, q, o);
	if (query_has_finalizer(q->w, o))
		report_add(r, REPORT_LINE, 0,
			obj_flag(q->w, o, OBJECT_FINALIZED)
				? _("has __del__, which has run")
				: _("has __del__"));
}

/* "list #4, Node #5 and 3 more" */
static void add_names(
	const struct query *q, const obj_id *list, uint32_t count, struct strbuf *out)
{
	uint32_t shown = 0, others = 0;

	for (uint32_t i = 0; i < count; i++) {
		if (q->marks[list[i]] & QUERY_ATOM || shown == NAMES_SHOWN) {
			others++;
			continue;
		}
		if (shown++)
			strbuf_puts(out, ", ");
		query_name(q, list[i], out);
	}
	if (others && shown)
		strbuf_printf(out, _(" and %u more"), others);
	else if (others)
		strbuf_printf(out, P_("%u value", "%u values", others), others);
}

static void add_loss(
	struct report *r, const struct query_index *x, uint32_t ref, int indent)
{
	struct query_loss l;
	struct strbuf freed = STRBUF_INIT, lost = STRBUF_INIT, text = STRBUF_INIT;

	query_loss_init(&l, x, ref);
	add_names(x->q, l.freed, l.freed_count, &freed);
	add_names(x->q, l.lost, l.lost_count, &lost);
	if (l.freed_count && l.lost_count)
		strbuf_printf(&text,
			_("without it: %s freed at once; dead, for the collector: %s"),
			freed.text, lost.text);
	else if (l.freed_count)
		strbuf_printf(&text, _("without it: %s freed at once"), freed.text);
	else if (l.lost_count)
		strbuf_printf(
			&text, _("without it: dead, for the collector: %s"), lost.text);
	else
		strbuf_puts(&text, _("without it: nothing would be freed"));
	if (l.finalizer)
		strbuf_puts(&text, _(" (what a __del__ does then is not foreseen)"));
	report_take(r, REPORT_NOTE, indent, &text);
	strbuf_free(&freed);
	strbuf_free(&lost);
	query_loss_free(&l);
}

static void add_holders(
	struct report *r, const struct query_index *x, obj_id o, unsigned parts)
{
	uint32_t first = x->first_in[o], count = x->first_in[o + 1] - first;
	bool losses = parts & REPORT_LOSS && count <= LOSSES_SHOWN;

	for (uint32_t i = 0; i < count && i < HOLDERS_SHOWN; i++) {
		struct strbuf text = STRBUF_INIT;
		uint32_t ref = x->in[first + i];

		strbuf_printf(&text, "%u ", i + 1);
		query_place(x->q, &x->refs[ref], &text);
		report_take(r, REPORT_LINE, 1, &text);
		if (losses)
			add_loss(r, x, ref, 2);
	}
	if (count > HOLDERS_SHOWN)
		report_add(r, REPORT_NOTE, 1, _("and %u more"), count - HOLDERS_SHOWN);
}

static void add_ledger(
	struct report *r, const struct query_index *x, obj_id o, unsigned parts)
{
	const struct world *w = x->q->w;
	uint32_t count = x->first_in[o + 1] - x->first_in[o];

	if (obj_immortal(w, o)) {
		report_add(r, REPORT_HEADING, 0,
			_("refcount \xe2\x88\x9e; references to it now: %u"), count);
		return;
	}
	report_add(r, REPORT_HEADING, 0, _("refcount %u, held by:"), obj_rc(w, o));
	add_holders(r, x, o, parts);
	if (count < obj_rc(w, o))
		report_add(r, REPORT_LINE, 1,
			_("%u more by the step that is under way"),
			obj_rc(w, o) - count);
	if (obj_rc(w, o) == 0)
		report_add(r, REPORT_LINE, 1, _("nobody: it is being freed"));
}

static void add_referents(struct report *r, const struct query *q, obj_id o)
{
	uint32_t slots = obj_slots(q->w, o), shown = 0, atoms = 0;

	for (uint32_t i = 0; i < slots && shown < REFERENTS_SHOWN; i++) {
		struct slot s = obj_slot_info(q->w, o, i);
		struct strbuf text = STRBUF_INIT;

		if (!s.target)
			continue;
		if (q->marks[s.target] & QUERY_ATOM) {
			atoms++;
			continue;
		}
		if (!shown++)
			report_add(r, REPORT_HEADING, 0, _("refers to:"));
		query_slot_label(q, o, &s, &text);
		strbuf_puts(&text, " \xe2\x86\x92 ");
		query_name(q, s.target, &text);
		report_take(r, REPORT_LINE, 1, &text);
	}
	if (atoms && !(q->marks[o] & QUERY_ATOM))
		report_add(r, REPORT_LINE, shown > 0,
			shown ? P_("and to %u other value", "and to %u other values",
					atoms)
			      : P_("refers to %u plain value only",
					"refers to %u plain values only", atoms),
			atoms);
}

static void add_weakrefs(struct report *r, const struct query *q, obj_id o)
{
	const struct world *w = q->w;

	if (!query_weakrefs(w, o))
		return;
	report_add(r, REPORT_HEADING, 0, _("weak references, which do not count:"));
	for (obj_id ref = obj_weak(w, o); ref; ref = obj_field(w, ref, WEAKREF_NEXT)) {
		struct strbuf text = STRBUF_INIT;
		obj_id callback = obj_field(w, ref, WEAKREF_CALLBACK);

		query_name(q, ref, &text);
		if (callback) {
			strbuf_puts(&text, _(" with the callback "));
			query_name(q, callback, &text);
		}
		report_take(r, REPORT_LINE, 1, &text);
	}
}

/* The phase in which STEP happened; GC_PHASE_IDLE: in none, or it is not known. */
static enum gc_phase phase_at(const struct machine *m, uint64_t step)
{
	for (uint64_t n = 0; n < EVENTS_SEARCHED && n < step; n++) {
		struct event e = machine_event_at(m, step - n);

		if (e.kind == EV_GC_PHASE)
			return (enum gc_phase)e.now;
		if (e.kind == EV_NONE || e.kind == EV_GC_END || e.kind == EV_GC_START)
			break;
	}
	return GC_PHASE_IDLE;
}

static void add_events(struct report *r, const struct report_source *from, obj_id o)
{
	struct past_event list[EVENTS_SHOWN];
	bool all;
	uint32_t count = past_events(from->machine, obj_serial(from->q->w, o),
		EVENTS_SEARCHED, list, EVENTS_SHOWN, &all);

	if (!count)
		return;
	report_add(
		r, REPORT_HEADING, 0, all ? _("its events:") : _("its last events:"));
	while (count > 0) {
		const struct past_event *e = &list[--count];
		struct narrator n = {
			from->q, phase_at(from->machine, e->step), from->names};
		struct strbuf text = STRBUF_INIT;

		strbuf_printf(&text, _("step %llu"), (unsigned long long)e->step);
		if (e->event.line)
			strbuf_printf(&text, _(", line %d"), (int)e->event.line);
		strbuf_puts(&text, _(": "));
		narrate(&n, &e->event, &text);
		report_take(r, REPORT_LINE, 1, &text);
	}
}

static void add_both(struct report *r, const struct report_source *from,
	const struct query_index *x, obj_id o, unsigned parts)
{
	if (parts & REPORT_LEDGER)
		add_ledger(r, x, o, parts);
	if (parts & REPORT_WHY && !obj_immortal(from->q->w, o))
		report_life(r, from, x, o);
}

static void add_both_anew(
	struct report *r, const struct report_source *from, obj_id o, unsigned parts)
{
	struct query_index x;

	query_index_init(&x, from->q);
	add_both(r, from, &x, o, parts);
	query_index_free(&x);
}

void report_object(
	struct report *r, const struct report_source *from, obj_id o, unsigned parts)
{
	if (parts & REPORT_HEAD) {
		add_title(r, from->q, o);
		add_state(r, from->q, o);
	}
	if (parts & (REPORT_LEDGER | REPORT_WHY) && from->index)
		add_both(r, from, from->index, o, parts);
	else if (parts & (REPORT_LEDGER | REPORT_WHY))
		add_both_anew(r, from, o, parts);
	if (parts & REPORT_REFERENTS) {
		add_referents(r, from->q, o);
		add_weakrefs(r, from->q, o);
	}
	if (parts & REPORT_EVENTS && from->machine)
		add_events(r, from, o);
}
