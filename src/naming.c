#include "naming.h"

#include <stdlib.h>
#include <string.h>

#include "i18n.h"
#include "strbuf.h"
#include "symbols.h"
#include "xalloc.h"

struct entry {
	uint32_t type; /* symbol */
	obj_id slot;   /* where it is while it lives; 0: never seen */
};

struct naming {
	uint32_t first_serial;
	struct entry *entries; /* by serial */
	uint32_t count;
};

struct naming *naming_new(uint32_t first_serial)
{
	struct naming *n = xcalloc(1, sizeof(*n));

	n->first_serial = first_serial;
	return n;
}

void naming_free(struct naming *n)
{
	if (n)
		free(n->entries);
	free(n);
}

uint32_t naming_first_serial(const struct naming *n)
{
	return n->first_serial;
}

static struct entry *entry_of(struct naming *n, uint32_t serial)
{
	if (serial >= n->count) {
		uint32_t count = serial + serial / 2 + 1024;

		n->entries = xreallocarray(n->entries, count, sizeof(*n->entries));
		memset(n->entries + n->count, 0,
			(count - n->count) * sizeof(*n->entries));
		n->count = count;
	}
	return &n->entries[serial];
}

void naming_event(struct naming *n, const struct event *e)
{
	struct entry *entry;

	if (e->kind != EV_ALLOC || !e->object)
		return;
	entry = entry_of(n, e->object);
	entry->type = e->name;
	entry->slot = e->index;
}

obj_id naming_find(struct naming *n, const struct world *w, uint32_t serial)
{
	struct entry *entry;

	if (!serial || serial >= reg(w, REG_SERIAL))
		return 0;
	entry = entry_of(n, serial);
	if (!entry->slot)
		entry->slot = obj_by_serial(w, serial);
	return entry->slot && entry->slot < reg(w, REG_SLOTS) &&
			obj_serial(w, entry->slot) == serial &&
			obj_kind(w, entry->slot) != KIND_NONE
		? entry->slot
		: 0;
}

uint32_t naming_type(const struct naming *n, uint32_t serial)
{
	return serial < n->count ? n->entries[serial].type : 0;
}

void naming_text(
	struct naming *n, const struct query *q, uint32_t serial, struct strbuf *out)
{
	obj_id o = naming_find(n, q->w, serial);
	uint32_t type = naming_type(n, serial);

	if (o)
		query_name(q, o, out);
	else
		strbuf_printf(out, "%s #%lld",
			type ? symbols_text(q->w->symbols, type) : _("object"),
			(long long)query_number(q, serial));
}
