#include "query_loss.h"

#include <stdlib.h>

#include "xalloc.h"

struct fall {
	const struct query_index *x;
	struct query_loss *l;
	uint32_t *rc; /* counts as they would be */
	uint8_t *gone;
};

/* One reference to O less. */
static void drop(struct fall *f, obj_id o)
{
	if (obj_immortal(f->x->q->w, o) || f->rc[o] == 0 || --f->rc[o] > 0)
		return;
	f->gone[o] = 1;
	f->l->freed[f->l->freed_count++] = o;
}

static void cascade(struct fall *f, uint32_t ref)
{
	drop(f, f->x->refs[ref].target);
	for (uint32_t n = 0; n < f->l->freed_count; n++) {
		obj_id o = f->l->freed[n];

		for (uint32_t i = f->x->first_out[o]; i < f->x->first_out[o + 1]; i++)
			drop(f, f->x->refs[i].target);
	}
}

static void reach(struct fall *f, obj_id *queue, uint32_t *count, obj_id o)
{
	if (f->gone[o])
		return;
	f->gone[o] = 2;
	queue[(*count)++] = o;
}

/* Marks what the roots would still reach. */
static void mark_rest(struct fall *f, obj_id *queue, uint32_t ref)
{
	const struct query *q = f->x->q;
	uint32_t count = 0;

	for (uint32_t i = 0; i < f->x->roots; i++) {
		if (i != ref && query_index_is_root(f->x, i))
			reach(f, queue, &count, f->x->refs[i].target);
	}
	for (obj_id o = OBJ_FIRST_FREE; o < q->slots; o++) {
		if (q->marks[o] & QUERY_HELD)
			reach(f, queue, &count, o);
	}
	for (uint32_t n = 0; n < count; n++) {
		obj_id o = queue[n];

		if (o == reg(q->w, REG_GARBAGE))
			continue;
		for (uint32_t i = f->x->first_out[o]; i < f->x->first_out[o + 1]; i++) {
			if (i != ref)
				reach(f, queue, &count, f->x->refs[i].target);
		}
	}
}

static bool will_run_del(const struct world *w, obj_id o)
{
	return query_has_finalizer(w, o) && !obj_flag(w, o, OBJECT_FINALIZED);
}

void query_loss_init(struct query_loss *l, const struct query_index *x, uint32_t ref)
{
	const struct query *q = x->q;
	struct fall f = {.x = x, .l = l};
	obj_id *queue = xcalloc(q->slots + 1, sizeof(*queue));

	*l = (struct query_loss){0};
	l->freed = xcalloc(q->slots + 1, sizeof(*l->freed));
	l->lost = xcalloc(q->slots + 1, sizeof(*l->lost));
	f.rc = xcalloc(q->slots + 1, sizeof(*f.rc));
	f.gone = xcalloc(q->slots + 1, 1);
	for (obj_id o = OBJ_NONE; o < q->slots; o++)
		f.rc[o] = obj_rc(q->w, o);
	cascade(&f, ref);
	mark_rest(&f, queue, ref);
	for (obj_id o = OBJ_FIRST_FREE; o < q->slots; o++) {
		if (obj_kind(q->w, o) == KIND_NONE || obj_immortal(q->w, o))
			continue;
		if (q->marks[o] & QUERY_REACHABLE && !f.gone[o])
			l->lost[l->lost_count++] = o;
	}
	for (uint32_t i = 0; i < l->freed_count && !l->finalizer; i++)
		l->finalizer = will_run_del(q->w, l->freed[i]);
	for (uint32_t i = 0; i < l->lost_count && !l->finalizer; i++)
		l->finalizer = will_run_del(q->w, l->lost[i]);
	free(queue);
	free(f.rc);
	free(f.gone);
}

void query_loss_free(struct query_loss *l)
{
	free(l->freed);
	free(l->lost);
}
