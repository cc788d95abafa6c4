#include "narrate.h"

#include "dialect.h"
#include "i18n.h"
#include "narrate_place.h"
#include "strbuf.h"

/* The texts around an event. */

struct words {
	struct strbuf object, other, place;
};

static void counts(uint32_t was, uint32_t now, struct strbuf *out)
{
	if (now == RC_IMMORTAL)
		strbuf_puts(out, _(" (immortal: not counted)"));
	else if (was == now)
		strbuf_printf(out, _(" (refcount %u)"), now);
	else
		strbuf_printf(out, _(" (refcount %u -> %u)"), was, now);
}

static void tell_reference(
	const struct event *e, const struct words *t, struct strbuf *out)
{
	switch (e->kind) {
	case EV_BIND:
		strbuf_printf(
			out, _("%s now refers to %s"), t->place.text, t->object.text);
		break;
	case EV_UNBIND:
		strbuf_printf(out, _("%s no longer refers to %s"), t->place.text,
			t->object.text);
		break;
	case EV_INCREF:
		strbuf_printf(out, _("%s takes a reference to %s"), t->place.text,
			t->object.text);
		break;
	default:
		strbuf_printf(out, _("%s gives up a reference to %s"), t->place.text,
			t->object.text);
		break;
	}
	counts(e->was, e->now, out);
}

static void tell_count(
	const struct narrator *n, const struct event *e, struct strbuf *out)
{
	uint32_t limit = reg(n->q->w, REG_GC_THRESHOLD + e->index % 3);

	if (e->now > e->was && e->index == 0)
		strbuf_printf(out,
			_("a container is made: count of generation 0 %u -> %u "
			  "(threshold %u)"),
			e->was, e->now, limit);
	else if (e->index == 0)
		strbuf_printf(out,
			_("a container is gone: count of generation 0 %u -> %u "
			  "(threshold %u)"),
			e->was, e->now, limit);
	else
		strbuf_printf(out, _("count of generation %u: %u -> %u (threshold %u)"),
			e->index, e->was, e->now, limit);
}

static void tell_phase(
	const struct narrator *n, const struct event *e, struct strbuf *out)
{
	enum gc_phase phase = (enum gc_phase)e->now;
	int step = gc_phase_step(phase);

	if (step)
		strbuf_printf(out, _("step %d of 5, %s: %s"), step,
			narrate_function(n->q, phase), narrate_phase(phase));
	else
		strbuf_printf(out, _("%s: %s"), narrate_function(n->q, phase),
			narrate_phase(phase));
}

static void tell_promotion(
	const struct narrator *n, const struct event *e, struct strbuf *out)
{
	if (n->phase == GC_PHASE_MERGE)
		strbuf_printf(out,
			P_("generation %u joins generation %u: %u object",
				"generation %u joins generation %u: %u objects",
				e->now),
			e->index, e->was, e->now);
	else
		strbuf_printf(out,
			P_("survivors go from generation %u to generation %u: %u "
			   "object",
				"survivors go from generation %u to generation %u: "
				"%u objects",
				e->now),
			e->index, e->was, e->now);
}

static void tell_collection(
	const struct narrator *n, const struct event *e, struct strbuf *out)
{
	switch (e->kind) {
	case EV_GC_START:
		if (e->now)
			strbuf_printf(out,
				_("a collection of generation %u starts by "
				  "itself: its threshold is passed"),
				e->index);
		else
			strbuf_printf(out,
				_("a collection of generation %u starts: the "
				  "program asks for it"),
				e->index);
		break;
	case EV_GC_END:
		strbuf_printf(out,
			_("the collection of generation %u ends: it found %u "
			  "(uncollectable: %u)"),
			e->index, e->now, e->was);
		break;
	case EV_PROMOTE:
		tell_promotion(n, e, out);
		break;
	default:
		strbuf_printf(out,
			P_("the survivors are put in the order that CPython's "
			   "single pass leaves them in: %u object",
				"the survivors are put in the order that CPython's "
				"single pass leaves them in: %u objects",
				e->now),
			e->now);
		break;
	}
}

/* gc_refs of an immortal object start so high that they never get to 0. */
static bool is_immortal_count(uint32_t n)
{
	return n > GC_REFS_MASK / 2;
}

static void tell_immortal(
	const struct event *e, const struct words *t, struct strbuf *out)
{
	if (e->kind == EV_SUBTRACT_REF)
		strbuf_printf(out, _("%s refers to %s, which is immortal"),
			t->place.text, t->object.text);
	else
		strbuf_printf(
			out, _("%s is immortal: always reachable"), t->object.text);
}

static void tell_counting(const struct narrator *n, const struct event *e,
	const struct words *t, struct strbuf *out)
{
	const char *name = t->object.text;
	struct strbuf label = STRBUF_INIT;

	switch (is_immortal_count(e->now) ? EV_NONE : e->kind) {
	case EV_NONE:
		tell_immortal(e, t, out);
		break;
	case EV_COPY_REFS:
		strbuf_printf(
			out, _("gc_refs of %s := its refcount, %u"), name, e->now);
		break;
	case EV_SUBTRACT_REF:
		strbuf_printf(out, _("%s refers to %s: gc_refs of %s %u -> %u"),
			t->place.text, name, name, e->was, e->now);
		break;
	case EV_KEEP:
		strbuf_printf(
			out, _("%s has gc_refs %u: it is reachable"), name, e->now);
		break;
	case EV_SET_ASIDE:
		strbuf_printf(out,
			_("%s has gc_refs 0: set aside, perhaps unreachable"), name);
		break;
	default:
		strbuf_printf(out,
			_("%s refers to %s: reachable after all, gc_refs "
			  "%u -> %u"),
			t->place.text, name, e->was, e->now);
		break;
	}
	narrate_phase_label(n->q, n->phase, &label);
	strbuf_printf(out, _(" (%s)"), label.text);
	strbuf_free(&label);
}

static void tell_return(const struct words *t, struct strbuf *out)
{
	if (t->object.length && t->other.length)
		strbuf_printf(out, _("%s returns %s"), t->object.text, t->other.text);
	else if (t->object.length)
		strbuf_printf(out, _("%s returns"), t->object.text);
	else
		strbuf_puts(out, _("the call ends"));
}

static void tell_object(
	const struct event *e, const struct words *t, struct strbuf *out)
{
	static const char *const formats[EVENT_KINDS] = {
		[EV_FREE] = N_("%s is freed: nothing refers to it any more"),
		[EV_TRACK] = N_("the collector now tracks %s: last in generation 0"),
		[EV_UNTRACK] = N_("%s leaves the collector's lists: no longer tracked"),
		[EV_CALL] = N_("%s is called"),
		[EV_RAISE] = N_("%s is raised"),
		[EV_CLEAR] = N_("%s is cleared: it gives up what it refers to "
				"(step 5, delete_garbage)"),
		[EV_UNCOLLECTABLE] = N_("%s is uncollectable: it goes to gc.garbage"),
		[EV_DEFERRED] =
			N_("freeing %s is deferred: too deep, the trashcan keeps it"),
	};

	if (e->kind == EV_RETURN)
		tell_return(t, out);
	else if (formats[e->kind])
		strbuf_printf(out, _(formats[e->kind]), t->object.text);
}

static void tell_finalizer(
	const struct event *e, const struct words *t, struct strbuf *out)
{
	switch (e->kind) {
	case EV_FINALIZER:
		if (e->now)
			strbuf_printf(out,
				_("the collector calls %s's __del__ (step 5, "
				  "finalize_garbage)"),
				t->object.text);
		else
			strbuf_printf(out,
				_("%s is about to die: its __del__ is called"),
				t->object.text);
		break;
	case EV_RESURRECT:
		strbuf_printf(out,
			_("%s lives on: its __del__ made a new reference to it "
			  "(refcount %u)"),
			t->object.text, e->now);
		break;
	case EV_WEAKREF_CLEAR:
		strbuf_printf(out, _("%s is dead: it no longer leads to %s"),
			t->other.text, t->object.text);
		break;
	default:
		strbuf_printf(out, _("the callback of %s is called"), t->object.text);
		break;
	}
}

static void tell_program(const struct event *e, struct strbuf *out)
{
	switch (e->kind) {
	case EV_START:
		strbuf_puts(out, _("the program has not started yet"));
		break;
	case EV_LINE:
		strbuf_printf(out, _("line %d is about to run"), e->line);
		break;
	case EV_PRINT:
		if (e->was == 2)
			strbuf_printf(out,
				P_("standard error gets %u byte",
					"standard error gets %u bytes", e->now),
				e->now);
		else
			strbuf_printf(out,
				P_("the program prints %u byte",
					"the program prints %u bytes", e->now),
				e->now);
		break;
	case EV_EXIT:
		strbuf_printf(out, _("the interpreter shuts down, stage %u"), e->now);
		break;
	case EV_END:
		strbuf_printf(out, _("the program has ended with status %u"), e->now);
		break;
	default:
		break;
	}
}

static void tell(const struct narrator *n, const struct event *e, const struct words *t,
	struct strbuf *out)
{
	switch (e->kind) {
	case EV_BIND:
	case EV_UNBIND:
	case EV_INCREF:
	case EV_DECREF:
		tell_reference(e, t, out);
		break;
	case EV_ALLOC:
		strbuf_printf(out, _("%s is made"), t->object.text);
		counts(e->now, e->now, out);
		break;
	case EV_COUNT:
		tell_count(n, e, out);
		break;
	case EV_GC_PHASE:
		tell_phase(n, e, out);
		break;
	case EV_GC_START:
	case EV_GC_END:
	case EV_PROMOTE:
	case EV_REORDER:
		tell_collection(n, e, out);
		break;
	case EV_COPY_REFS:
	case EV_SUBTRACT_REF:
	case EV_KEEP:
	case EV_SET_ASIDE:
	case EV_RESCUE:
		tell_counting(n, e, t, out);
		break;
	case EV_FINALIZER:
	case EV_RESURRECT:
	case EV_WEAKREF_CLEAR:
	case EV_WEAKREF_CALLBACK:
		tell_finalizer(e, t, out);
		break;
	default:
		tell_object(e, t, out);
		tell_program(e, out);
		break;
	}
}

void narrate(const struct narrator *n, const struct event *e, struct strbuf *out)
{
	struct words t = {STRBUF_INIT, STRBUF_INIT, STRBUF_INIT};

	if (e->object)
		naming_text(n->names, n->q, e->object, &t.object);
	if (e->other)
		naming_text(n->names, n->q, e->other, &t.other);
	narrate_place(n, e, &t.place);
	tell(n, e, &t, out);
	strbuf_free(&t.object);
	strbuf_free(&t.other);
	strbuf_free(&t.place);
}
