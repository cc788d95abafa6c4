#include <stdlib.h>
#include <string.h>

#include "i18n.h"
#include "narrate.h"
#include "report_part.h"
#include "scenario.h"
#include "strbuf.h"
#include "xalloc.h"

/*
 * Why an object is alive: the shortest path from a root, a reason on every line.
 *
 *	why alive:
 *	  name keep → list #3 (refcount 2)
 *	    a global name, until it is rebound or deleted
 *	  list #3[0] → Node #1 (refcount 1: nothing else refers to it)
 *
 * Why it is dead: since when, what happened then, which cycle keeps it, and which
 * collection will look at it.
 */

enum {
	LINES_SHOWN = 60 /* of a path */
};

static const char *register_reason(uint32_t which)
{
	switch (which) {
	case REG_AST:
		return _("constants, until the last line of the program has run");
	case REG_MODULES:
		return _("the modules, until the interpreter exits");
	case REG_GARBAGE:
		return _("what was found uncollectable, until the program empties it");
	case REG_CALLBACKS:
		return _("until the program takes it out");
	case REG_EXCEPTION:
	case REG_HANDLED:
		return _("until it has been handled");
	default:
		return _("until the interpreter exits");
	}
}

static const char *frame_reason(const struct query *q, const struct reference *r)
{
	switch (frame_kind(q->w, r->frame)) {
	case FRAME_PYTHON:
		if (r->index == FRAME_INDEX_RESULT)
			return _("until it is used");
		if (r->index >= FRAME_INDEX_OBJECT || r->index < PY_FIRST)
			return _("until the call returns");
		return _("until the call returns, or it is used or rebound");
	case FRAME_GC:
	case FRAME_GC_CALLBACKS:
		return _("until the collection goes on");
	case FRAME_DROP:
	case FRAME_DEALLOC:
	case FRAME_CLEAR:
		return _("it is about to be given up");
	default:
		return _("until that call ends");
	}
}

/* Why a root keeps what it refers to. */
static const char *root_reason(const struct query *q, const struct reference *r)
{
	if (r->holder == HOLDER_REGISTER)
		return register_reason(r->index);
	return frame_reason(q, r);
}

static bool is_global(const struct query *q, const struct reference *r)
{
	return r->holder == HOLDER_OBJECT && r->object == reg(q->w, REG_MAIN) &&
		r->slot.place == PLACE_KEY;
}

/* The first reference of the path worth a line: a global name needs no account of
 * where the globals are. */
static uint32_t first_shown(const struct query_index *x, const struct query_path *p)
{
	for (uint32_t i = p->count; i > 0; i--) {
		if (is_global(x->q, &x->refs[p->refs[i - 1]]))
			return i - 1;
	}
	return 0;
}

/* Whether reference I leads to a hidden part, which the next line names. */
static bool is_folded(
	const struct query_index *x, const struct query_path *p, uint32_t i)
{
	const struct reference *r = &x->refs[p->refs[i]];

	return i + 1 < p->count && r->holder == HOLDER_OBJECT &&
		x->q->owner[r->target] == r->object;
}

static void add_others(const struct query *q, obj_id o, struct strbuf *out)
{
	uint32_t rc = obj_rc(q->w, o);

	if (obj_immortal(q->w, o))
		strbuf_puts(out, _(" (immortal)"));
	else if (rc == 1)
		strbuf_puts(out, _(" (refcount 1: nothing else refers to it)"));
	else
		strbuf_printf(out, _(" (refcount %u)"), rc);
}

/* "list #3[0] → Node #1 (refcount 1: nothing else refers to it)" */
static void add_hop(struct report *r, const struct query *q,
	const struct reference *ref, int indent)
{
	struct strbuf text = STRBUF_INIT;

	query_place(q, ref, &text);
	strbuf_puts(&text, " \xe2\x86\x92 ");
	query_name(q, ref->target, &text);
	add_others(q, ref->target, &text);
	report_take(r, REPORT_LINE, indent, &text);
	if (is_global(q, ref))
		report_add(r, REPORT_NOTE, indent + 1, "%s",
			_("a global name, until it is rebound or deleted"));
	else if (ref->holder != HOLDER_OBJECT)
		report_add(r, REPORT_NOTE, indent + 1, "%s", root_reason(q, ref));
}

/* References FROM.. of a path, one a line. */
static void add_way(struct report *r, const struct query_index *x,
	const struct query_path *p, uint32_t from, int indent)
{
	for (uint32_t i = from; i < p->count; i++) {
		if (p->count - from > LINES_SHOWN && i - from == LINES_SHOWN / 2) {
			report_add(r, REPORT_NOTE, indent, _("\xe2\x80\xa6 %u more"),
				p->count - from - LINES_SHOWN);
			i = p->count - LINES_SHOWN / 2 - 1;
		} else if (!is_folded(x, p, i)) {
			add_hop(r, x->q, &x->refs[p->refs[i]], indent);
		}
	}
}

static void add_alive(struct report *r, const struct query_index *x, obj_id o,
	const struct query_path *p)
{
	const struct query *q = x->q;
	struct strbuf text = STRBUF_INIT;

	report_add(r, REPORT_HEADING, 0,
		q->marks[o] & QUERY_REACHABLE ? _("why alive:") : _("what keeps it:"));
	if (p->start) {
		query_name(q, p->start, &text);
		strbuf_puts(&text, _(": held by the step that is under way"));
		report_take(r, REPORT_LINE, 1, &text);
	}
	add_way(r, x, p, p->start ? 0 : first_shown(x, p), 1);
}

/* Since when. */

static void add_source_line(
	struct report *r, const struct report_source *from, int line)
{
	const struct scenario *s = from->scenario;
	const char *text;

	if (!s || line < 1 || line > s->line_count)
		return;
	text = s->lines[line - 1];
	while (*text == ' ' || *text == '\t')
		text++;
	report_add(r, REPORT_LINE, 2, "%s", text);
}

static void add_event(
	struct report *r, const struct report_source *from, const struct event *e)
{
	struct narrator n = {from->q, GC_PHASE_IDLE, from->names};
	struct strbuf text = STRBUF_INIT;

	narrate(&n, e, &text);
	report_take(r, REPORT_LINE, 2, &text);
}

static void add_death(struct report *r, const struct report_source *from)
{
	const struct past_death *d = from->death;

	if (!d)
		return;
	if (d->event.line)
		report_add(r, REPORT_LINE, 1, _("since step %llu, line %d:"),
			(unsigned long long)d->step, (int)d->event.line);
	else
		report_add(r, REPORT_LINE, 1, _("since step %llu:"),
			(unsigned long long)d->step);
	add_source_line(r, from, d->event.line);
	if (d->cause.kind != EV_NONE)
		add_event(r, from, &d->cause);
	add_event(r, from, &d->event);
}

/* What keeps it. */

/* A cycle through the globals, as every function has one, is none to speak of: it
 * ends with the name. */
static void add_own_cycle(
	struct report *r, const struct query_index *x, obj_id o, int indent)
{
	struct query_path p = query_path_cycle(x, o, reg(x->q->w, REG_MAIN));

	if (p.found) {
		report_add(r, REPORT_LINE, indent, "%s",
			p.count == 1 ? _("it refers to itself:")
				     : _("it is in a cycle:"));
		add_way(r, x, &p, 0, indent + 1);
	}
	query_path_free(&p);
}

static void add_members(struct report *r, const struct query_components *c, obj_id o)
{
	uint32_t size = query_cycle_size(c, o);

	if (size > 2)
		report_add(r, REPORT_NOTE, 2,
			_("%u objects hang together by such cycles"), size);
}

/* What leads to O, which is dead and in no cycle. */
static void add_foreign_cycle(struct report *r, const struct query_index *x,
	const struct query_components *c, obj_id o)
{
	struct query_path way = query_path_from_cycle(x, c, o), cycle;

	if (!way.found) {
		report_add(r, REPORT_LINE, 1, "%s",
			_("no cycle keeps it: it is being freed"));
		return;
	}
	report_add(r, REPORT_LINE, 1, "%s",
		_("it is in no cycle, but only reached from one:"));
	add_way(r, x, &way, 0, 2);
	report_add(r, REPORT_LINE, 1, "%s", _("the cycle:"));
	cycle = query_path_cycle(x, way.start, 0);
	add_way(r, x, &cycle, 0, 2);
	query_path_free(&cycle);
	query_path_free(&way);
}

static void add_keeper(struct report *r, const struct query_index *x, obj_id o)
{
	struct query_components c;

	query_components_init(&c, x);
	if (query_cycle_size(&c, o)) {
		add_own_cycle(r, x, o, 1);
		add_members(r, &c, o);
	} else {
		add_foreign_cycle(r, x, &c, o);
	}
	query_components_free(&c);
}

/* Which collection. */

/* The oldest list that anything leading to O is in: only a collection of that
 * generation sees all of it. */
static uint32_t oldest_list(const struct query_index *x, obj_id o)
{
	uint8_t *marks = xcalloc(x->q->slots + 1, 1);
	uint32_t oldest = 0;

	query_path_ancestors(x, o, marks);
	for (obj_id a = OBJ_FIRST_FREE; a < x->q->slots; a++) {
		if (marks[a] && x->q->list[a] > oldest)
			oldest = x->q->list[a];
	}
	free(marks);
	return oldest;
}

static void add_collection(struct report *r, const struct query_index *x, obj_id o)
{
	if (x->q->gc.phase != GC_PHASE_IDLE)
		return;
	switch (oldest_list(x, o)) {
	case GC_GENERATION_0:
		report_add(r, REPORT_LINE, 1, _("any collection looks at all of it"));
		break;
	case GC_GENERATION_1:
		report_add(r, REPORT_LINE, 1,
			_("a collection of generation 1 or 2 looks at all of it"));
		break;
	case GC_GENERATION_2:
		report_add(r, REPORT_LINE, 1,
			_("only a collection of generation 2 looks at all of it"));
		break;
	case GC_PERMANENT:
		report_add(r, REPORT_LINE, 1,
			_("part of it is frozen: no collection looks at it"));
		break;
	default:
		break;
	}
}

void report_life(struct report *r, const struct report_source *from,
	const struct query_index *x, obj_id o)
{
	struct query_path p = query_path_from_root(x, o);

	if (p.found) {
		add_alive(r, x, o, &p);
		if (obj_kind(x->q->w, o) != KIND_TYPE)
			add_own_cycle(r, x, o, 0);
	} else {
		report_add(r, REPORT_HEADING, 0, _("why dead:"));
		add_death(r, from);
		add_keeper(r, x, o);
		add_collection(r, x, o);
	}
	query_path_free(&p);
}
