#include "narrate_place.h"

#include "i18n.h"
#include "strbuf.h"
#include "symbols.h"

static void add_holder(
	const struct narrator *n, const struct event *e, struct strbuf *out)
{
	if (e->other)
		naming_text(n->names, n->q, e->other, out);
	else
		strbuf_puts(out, _("the interpreter"));
}

/* The instance, class or module that the dict OTHER belongs to; 0: none. */
static obj_id owner_of(const struct narrator *n, obj_id other)
{
	if (!other || obj_kind(n->q->w, other) != KIND_DICT)
		return 0;
	return n->q->owner[other];
}

static void add_key(const struct narrator *n, const struct event *e, const char *name,
	struct strbuf *out)
{
	obj_id other = naming_find(n->names, n->q->w, e->other);
	obj_id owner = owner_of(n, other);

	if (*name && other && other == reg(n->q->w, REG_MAIN)) {
		strbuf_printf(out, _("name %s"), name);
	} else if (*name && owner) {
		query_own_name(n->q, owner, out);
		strbuf_printf(out, ".%s", name);
	} else if (*name) {
		add_holder(n, e, out);
		strbuf_printf(out, "['%s']", name);
	} else {
		add_holder(n, e, out);
		strbuf_printf(out, _(" entry %u"), e->index);
	}
}

/* A field of the holder, as the query would label it. */
static void add_field(
	const struct narrator *n, const struct event *e, struct strbuf *out)
{
	struct slot s = {.place = e->place, .index = e->index};
	obj_id other = naming_find(n->names, n->q->w, e->other);

	add_holder(n, e, out);
	if (other)
		query_slot_label(n->q, other, &s, out);
}

void narrate_place(const struct narrator *n, const struct event *e, struct strbuf *out)
{
	const char *name = symbols_text(n->q->w->symbols, e->name);

	switch (e->place) {
	case PLACE_NONE:
		if (e->other)
			add_holder(n, e, out);
		break;
	case PLACE_TEMPORARY:
		strbuf_puts(out, _("a temporary"));
		break;
	case PLACE_LOCAL:
		strbuf_printf(out, _("local %s"), name);
		break;
	case PLACE_GLOBAL:
		strbuf_printf(out, _("name %s"), name);
		break;
	case PLACE_CELL:
		if (*name)
			strbuf_printf(out, _("cell variable %s"), name);
		else
			add_holder(n, e, out);
		break;
	case PLACE_ATTRIBUTE:
		add_holder(n, e, out);
		strbuf_printf(out, ".%s", name);
		break;
	case PLACE_INDEX:
		add_holder(n, e, out);
		strbuf_printf(out, "[%u]", e->index);
		break;
	case PLACE_KEY:
		add_key(n, e, name, out);
		break;
	default:
		add_field(n, e, out);
		break;
	}
}
