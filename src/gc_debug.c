#include "gc_frame.h"

#include "callbacks.h"
#include "dealloc.h"
#include "dialect.h"
#include "dict.h"
#include "list.h"
#include "lookup.h"
#include "number.h"
#include "output.h"
#include "text.h"

/*
 * What a collection tells of itself: the texts that gc.set_debug() asks for, and the
 * calls of gc.callbacks.  Source: CPython, Modules/gcmodule.c, debug_cycle,
 * invoke_gc_callback, gc_collect_main.
 */

static bool asked(const struct world *w, uint32_t flags)
{
	return reg(w, REG_GC_DEBUG) & flags;
}

static void write(struct world *w, struct strbuf *text)
{
	output_write(w, 2, text->text, text->length);
	strbuf_free(text);
}

void gc_debug_start(struct world *w, uint32_t f)
{
	struct strbuf text = STRBUF_INIT;

	if (!asked(w, GC_DEBUG_STATS))
		return;
	strbuf_printf(&text, "gc: collecting generation %u...\n",
		gc_get(w, f, GC_WORD_GENERATION));
	strbuf_puts(&text, "gc: objects in each generation:");
	for (obj_id head = GC_GENERATION_0; head <= GC_GENERATION_2; head++)
		strbuf_printf(&text, " %u", gclist_length(w, head));
	strbuf_puts(&text, "\n");
	if (py_at_least(w->dialect->version, 3, 7))
		strbuf_printf(&text, "gc: objects in permanent generation: %u\n",
			gclist_length(w, GC_FROZEN));
	write(w, &text);
}

void gc_debug_end(struct world *w, uint32_t f)
{
	uint32_t found = gc_get(w, f, GC_WORD_FOUND);
	uint32_t left = gc_get(w, f, GC_WORD_UNCOLLECTABLE);
	struct strbuf text = STRBUF_INIT;

	if (!asked(w, GC_DEBUG_STATS))
		return;
	strbuf_puts(&text, "gc: done");
	if (found + left || py_at_least(w->dialect->version, 3, 7))
		strbuf_printf(&text, ", %u unreachable, %u uncollectable", found + left,
			left);
	/* There is no clock. */
	strbuf_printf(&text, ", 0.0000s elapsed%s\n",
		w->dialect->version.major == 2 ? "." : "");
	write(w, &text);
}

/* One object of the trash; 2.7 distinguishes old-style instances. */
static void put_object(
	const struct world *w, const char *what, obj_id o, struct strbuf *out)
{
	bool old = obj_kind(w, o) == KIND_OLD_INSTANCE;
	unsigned long long address = obj_address(w, o);

	if (w->dialect->version.major == 2 &&
		!asked(w,
			old ? GC_DEBUG_INSTANCES | GC_DEBUG_OBJECTS : GC_DEBUG_OBJECTS))
		return;
	if (old && asked(w, GC_DEBUG_INSTANCES))
		strbuf_printf(out, "gc: %s <%s instance at 0x%llx>\n", what,
			type_name(w, obj_field(w, o, OLD_INSTANCE_CLASS)), address);
	else
		strbuf_printf(
			out, "gc: %s <%s 0x%llx>\n", what, type_name_of(w, o), address);
}

static void put_list(struct world *w, const char *what, obj_id list)
{
	struct strbuf text = STRBUF_INIT;

	for (obj_id o = gc_next(w, list); o != list; o = gc_next(w, o))
		put_object(w, what, o, &text);
	write(w, &text);
}

void gc_debug_trash(struct world *w)
{
	if (asked(w, GC_DEBUG_COLLECTABLE))
		put_list(w, "collectable", GC_UNREACHABLE);
}

void gc_debug_finalizers(struct world *w)
{
	if (asked(w, GC_DEBUG_UNCOLLECTABLE))
		put_list(w, "uncollectable", GC_FINALIZERS);
}

/* gc.callbacks.  GC_WORD_TOLD: how many have been called; the one being called is in
 * GC_SLOT_CALLBACK, what they are told in GC_SLOT_INFO. */
#define TOLD_ALL UINT32_MAX

static void put_number(struct world *w, obj_id dict, const char *name, uint32_t value)
{
	obj_id key = native_from(w, name);

	text_hash_cached(w, key);
	dict_set(w, dict, key, int_new(w, value), NULL);
	drop(w, key, NULL);
}

static obj_id info(struct world *w, uint32_t f)
{
	obj_id dict;

	gc_count_new(w, FREE_LIST_DICT);
	dict = dict_new(w);
	put_number(w, dict, "generation", gc_get(w, f, GC_WORD_GENERATION));
	put_number(w, dict, "collected", gc_get(w, f, GC_WORD_FOUND));
	put_number(w, dict, "uncollectable", gc_get(w, f, GC_WORD_UNCOLLECTABLE));
	return dict;
}

/* Drops what is in SLOT; whether F is still on top. */
static bool let_go(struct world *w, uint32_t f, enum gc_slot slot)
{
	obj_id o = word(w, frame_slot(f, slot));

	set_word(w, frame_slot(f, slot), 0);
	if (o)
		drop(w, o, NULL);
	return reg(w, REG_TOP) == f;
}

static void call_next(struct world *w, uint32_t f, obj_id callback, const char *phase)
{
	uint32_t slot = frame_slot(f, GC_SLOT_INFO);
	obj_id text = native_from(w, phase);

	if (!word(w, slot))
		set_word(w, slot, info(w, f));
	gc_add(w, f, GC_WORD_TOLD, 1);
	hold(w, callback);
	set_word(w, frame_slot(f, GC_SLOT_CALLBACK), callback);
	frame_push_call(
		w, f + FRAME_RESULT, callback, (obj_id[]){text, word(w, slot)}, 2, 0);
	drop(w, text, NULL);
}

bool gc_tell(struct world *w, uint32_t f, const char *phase)
{
	obj_id list = reg(w, REG_CALLBACKS), callback;
	uint32_t told = gc_get(w, f, GC_WORD_TOLD);

	if (gc_get(w, f, GC_WORD_SILENT) || !list || told == TOLD_ALL) {
		gc_set(w, f, GC_WORD_TOLD, 0);
		return true;
	}
	callback = word(w, frame_slot(f, GC_SLOT_CALLBACK));
	if (callback &&
		(!call_settled(w, f, callback, UNRAISABLE_GC_CALLBACK) ||
			!let_go(w, f, GC_SLOT_CALLBACK)))
		return false;
	if (told < obj_n(w, list)) {
		call_next(w, f, item(w, list, told), phase);
		return false;
	}
	gc_set(w, f, GC_WORD_TOLD, TOLD_ALL);
	if (!let_go(w, f, GC_SLOT_INFO))
		return false;
	gc_set(w, f, GC_WORD_TOLD, 0);
	return true;
}
