#include "narrate.h"

#include <string.h>

#include "dialect.h"
#include "i18n.h"
#include "strbuf.h"

/* What the phases and the kinds of event mean. */

struct phase_text {
	const char *summary;
	const char *explanation;
};

static const struct phase_text phases[GC_PHASES] = {
	[GC_PHASE_IDLE] = {"", ""},
	[GC_PHASE_MERGE] = {N_("younger generations join it"),
		N_("A collection takes the younger generations with it: their "
		   "lists are appended, so one list holds every container that "
		   "will be looked at. Older objects are not touched and count as "
		   "outside.")},
	[GC_PHASE_UPDATE_REFS] = {N_("gc_refs := refcount, for every container"),
		N_("The collector must not touch refcounts, so it works on a copy: "
		   "gc_refs. It counts all references to the object, from "
		   "wherever. The next step takes away those from inside the set.")},
	[GC_PHASE_SUBTRACT_REFS] = {N_("every internal reference takes 1 away"),
		N_("Each reference from a container of the set to another is "
		   "internal: it takes 1 from gc_refs. What is left at the end are "
		   "references from outside: names, locals, older generations.")},
	[GC_PHASE_MOVE_UNREACHABLE] = {N_("gc_refs 0 is set aside"),
		N_("gc_refs above 0: held from outside, so reachable, and so is "
		   "all it refers to (step 4, same walk). gc_refs 0 proves nothing "
		   "yet: set aside, it comes back if a reachable one refers to it.")},
	[GC_PHASE_MOVE_REACHABLE] = {N_("gc_refs above 0: to the new list"),
		N_("Only internal references were subtracted, so who still has "
		   "gc_refs above 0 is held from outside the set: it is reachable "
		   "and moves to the new list.")},
	[GC_PHASE_FOLLOW_REACHABLE] = {N_("what the new list refers to follows"),
		N_("What a reachable container refers to is reachable: it moves to "
		   "the new list, too, and is looked at in its turn, until no more "
		   "comes. What is left behind nobody can reach.")},
	[GC_PHASE_REORDER] = {N_("survivors in the order of CPython's pass"),
		N_("Both ways find the same objects, but leave the survivors in "
		   "another order. Later collections depend on it, so it is made "
		   "equal here.")},
	[GC_PHASE_PROMOTE] = {N_("survivors join the older generation"),
		N_("Who survived a collection will probably live on. It moves to "
		   "the next older generation, which is looked at less often.")},
	[GC_PHASE_UNTRACK_TUPLES] = {N_("tuples without containers are untracked"),
		N_("A tuple that holds only atoms can never be part of a cycle: "
		   "tuples do not change. The collector will not look at it again.")},
	[GC_PHASE_UNTRACK_DICTS] = {N_("dicts without containers are untracked"),
		N_("A dict whose values are all atoms is in no cycle now. It is "
		   "tracked again when a container is stored in it.")},
	[GC_PHASE_MOVE_FINALIZERS] = {N_("unreachable objects with __del__ are kept"),
		N_("In which order should the __del__ methods of a cycle run? "
		   "Python 2 does not guess: objects with __del__ in unreachable "
		   "cycles are not freed.")},
	[GC_PHASE_MOVE_FINALIZER_REACHABLE] = {N_("and all that those refer to"),
		N_("A __del__ may use whatever its object refers to, so all of "
		   "that must stay, too.")},
	[GC_PHASE_HANDLE_WEAKREFS] = {N_("their weak references are cleared"),
		N_("Nobody may reach an unreachable object through a weak "
		   "reference while it is taken apart, so these are cleared first.")},
	[GC_PHASE_RUN_CALLBACKS] = {N_("callbacks of weak references run"),
		N_("A weak reference that is alive itself and has a callback gets "
		   "it called now. One that is garbage, too, never does.")},
	[GC_PHASE_FINALIZE_GARBAGE] = {N_("every __del__ runs, once"),
		N_("Each __del__ runs while its object and all that it refers to "
		   "are still whole, and at most once in the object's life.")},
	[GC_PHASE_RESURRECT_UPDATE_REFS] = {N_("alive again? gc_refs are copied anew"),
		N_("A __del__ can store its object where somebody can reach it. So "
		   "the count is made again, over the unreachable objects alone.")},
	[GC_PHASE_RESURRECT_SUBTRACT_REFS] = {N_("and internal references subtracted"),
		N_("As in step 2: what is left of gc_refs are references from "
		   "outside.")},
	[GC_PHASE_RESURRECT_MOVE] = {N_("gc_refs above 0: it lives on"),
		N_("Who is held from outside now was resurrected by a __del__. It "
		   "survives, with all that it refers to.")},
	[GC_PHASE_CLEAR_WEAKREFS] = {N_("weak references made since are cleared"),
		N_("Finalizers may have made new weak references to the "
		   "unreachable objects. They are cleared before anything is taken "
		   "apart.")},
	[GC_PHASE_DELETE_GARBAGE] = {N_("each gives up its references"),
		N_("The collector frees nothing itself: it empties one container "
		   "after another. That breaks the cycles, refcounts fall to 0, "
		   "and reference counting frees the rest.")},
	[GC_PHASE_HANDLE_FINALIZERS] = {N_("uncollectable ones go to gc.garbage"),
		N_("gc.garbage holds the objects with __del__, so that the program "
		   "can break the cycle by hand. What only they refer to stays "
		   "alive with them.")},
	[GC_PHASE_FINISH] = {N_("counters are set, the result is counted"),
		N_("The counts of the collected generation and of younger ones are "
		   "0 again; that of the next older one goes up by 1.")},
};

static const char *const kinds[EVENT_KINDS] = {
	[EV_BIND] = N_("A name, attribute or item is a reference. Binding it makes the "
		       "refcount of the object go up by 1; nothing is copied."),
	[EV_UNBIND] =
		N_("Only the reference is taken away, not the object: its refcount "
		   "goes down by 1. At 0 the object is freed at once."),
	[EV_ALLOC] = N_("A new object starts with refcount 1: the reference that the "
			"running operation holds."),
	[EV_INCREF] =
		N_("While an operation works with an object it holds a reference to "
		   "it, a temporary one. It counts like any other."),
	[EV_DECREF] =
		N_("A reference is given back. At refcount 0 the object is freed at "
		   "once, and what it refers to loses a reference in turn."),
	[EV_FREE] = N_("Reference counting frees an object in the moment its refcount "
		       "becomes 0. Objects in a cycle never get there by themselves."),
	[EV_TRACK] =
		N_("Only containers can be part of a cycle, so only they are in the "
		   "collector's lists. Numbers and strings are not."),
	[EV_COUNT] =
		N_("New containers minus freed containers since the last collection. "
		   "When the count passes the threshold, a collection of generation 0 "
		   "starts. Sizes in bytes do not matter."),
	[EV_FINALIZER] =
		N_("__del__ runs before the object is taken apart. If it makes a "
		   "new reference to its object, the object lives on."),
	[EV_WEAKREF_CLEAR] =
		N_("A weak reference is not counted and keeps nothing alive. "
		   "When its object dies it is cleared."),
	[EV_RAISE] =
		N_("Until it is handled the exception holds a traceback, that holds "
		   "the frames, and those hold their local variables."),
	[EV_RETURN] = N_("With the call end its local variables: each gives back its "
			 "reference."),
	[EV_PROMOTE] =
		N_("Old objects rarely die. Generation 1 is collected after more "
		   "than 10 collections of generation 0, generation 2 after more than "
		   "10 of generation 1 (with the usual thresholds)."),
	[EV_GC_END] = N_("gc.collect() returns how many unreachable objects it found, "
			 "those it could not free included."),
	[EV_EXIT] = N_("Modules are taken apart, and what their names held loses its "
		       "references."),
};

const char *narrate_phase(enum gc_phase phase)
{
	return _(phases[phase].summary);
}

const char *narrate_explanation(const struct narrator *n, const struct event *e)
{
	enum gc_phase phase = n->phase;
	const char *text = kinds[e->kind] ? _(kinds[e->kind]) : "";

	if (phase != GC_PHASE_IDLE && e->kind != EV_FREE && e->kind != EV_BIND &&
		e->kind != EV_UNBIND && e->kind != EV_FINALIZER && e->kind != EV_GC_END)
		text = _(phases[phase].explanation);
	return text;
}

/* Older names of the functions, per phase. */
const char *narrate_function(const struct query *q, enum gc_phase phase)
{
	struct py_version v = q->w->dialect->version;

	if (v.major == 2 && phase == GC_PHASE_MOVE_FINALIZERS)
		return "move_finalizers";
	if (v.major == 2 && phase == GC_PHASE_MOVE_FINALIZER_REACHABLE)
		return "move_finalizer_reachable";
	if (v.major == 2 && phase == GC_PHASE_HANDLE_FINALIZERS)
		return "handle_finalizers";
	if (!py_at_least(v, 3, 10) && phase == GC_PHASE_FINISH)
		return "collect";
	return gc_phase_function(phase);
}

void narrate_phase_label(const struct query *q, enum gc_phase phase, struct strbuf *out)
{
	int step = gc_phase_step(phase);

	if (phase == GC_PHASE_IDLE)
		return;
	if (phase == GC_PHASE_MOVE_UNREACHABLE)
		strbuf_printf(out, _("steps 3 and 4, %s"), narrate_function(q, phase));
	else if (step)
		strbuf_printf(out, _("step %d, %s"), step, narrate_function(q, phase));
	else
		strbuf_puts(out, narrate_function(q, phase));
}
