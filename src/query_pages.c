#include "query_pages.h"

#include <string.h>

static void add(const struct query *q, struct query_page *p, obj_id o)
{
	uint32_t serial = obj_serial(q->w, o);
	enum kind kind = obj_kind(q->w, o);

	if (kind == KIND_NONE)
		return;
	if (!p->states)
		p->kind = (uint8_t)kind;
	p->mixed |= kind != p->kind;
	p->states |= (uint16_t)(1u << query_state(q, o));
	p->lists |= (uint16_t)(1u << q->list[o]);
	if (serial > p->newest)
		p->newest = serial;
	if (serial < p->oldest)
		p->oldest = serial;
}

const struct query_page *query_page(const struct query *q, uint32_t i)
{
	struct query_page *p = &q->pages[i];
	obj_id first = OBJ_FIRST_FREE + PAGE_SLOTS * i;

	if (p->known)
		return p;
	*p = (struct query_page){.oldest = UINT32_MAX, .known = true};
	for (obj_id o = first; o < first + PAGE_SLOTS && o < q->slots; o++)
		add(q, p, o);
	return p;
}

void query_page_forget(const struct query *q, obj_id o)
{
	if (o >= OBJ_FIRST_FREE)
		q->pages[(o - OBJ_FIRST_FREE) / PAGE_SLOTS].known = false;
}

void query_pages_forget(const struct query *q)
{
	memset(q->pages, 0, (q->slots / PAGE_SLOTS + 1) * sizeof(*q->pages));
}
