#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "audit.h"
#include "dict.h"
#include "gc.h"
#include "gclist.h"
#include "weakref.h"
#include "world_fixture.h"

/* A sound world of a few objects, in which one word after another is spoilt: the
 * audit must notice, and be content again when the word is put right. */
struct heap {
	struct fixture x;
	obj_id list, inner, tuple, dict, instance, ref, freed;
};

static void build(struct heap *h)
{
	struct world *w = &h->x.w;
	obj_id class;

	fixture_init(&h->x, "3.11");
	class = fixture_class(&h->x, KIND_LIST, true);
	h->list = fixture_list(&h->x);
	h->inner = fixture_list(&h->x);
	fixture_append(&h->x, h->list, h->inner);
	h->tuple = fixture_tuple(&h->x, &h->list, 1);
	h->dict = fixture_root(&h->x, dict_new(w));
	hold(w, h->list);
	dict_set(w, h->dict, name_object(N_NAME), h->list, NULL);
	h->instance = fixture_instance(&h->x, class);
	h->ref = fixture_root(
		&h->x, weakref_new(w, type_object(T_WEAKREF), h->instance, 0));
	h->freed = fixture_list(&h->x);
	fixture_drop(&h->x, fixture_list(&h->x));
	fixture_drop(&h->x, h->freed);
	fixture_audit(&h->x, "sound");
}

static void spoil(struct heap *h, const char *what, uint32_t index, uint32_t value)
{
	uint32_t was = word(&h->x.w, index);
	char *text;

	assert_int_not_equal(was, value);
	set_word(&h->x.w, index, value);
	text = audit_world(&h->x.w);
	if (!text)
		fail_msg("not noticed: %s", what);
	free(text);
	set_word(&h->x.w, index, was);
	fixture_audit(&h->x, what);
}

static void notices_wrong_counts(void **state)
{
	(void)state;
	struct heap h;
	struct world *w = &h.x.w;

	build(&h);
	spoil(&h, "one count too many", BASE_RC + h.inner, obj_rc(w, h.inner) + 1);
	spoil(&h, "one count too few", BASE_RC + h.list, obj_rc(w, h.list) - 1);
	spoil(&h, "a count of zero", BASE_RC + h.inner, 0);
	spoil(&h, "an item replaced", obj_payload(w, h.list) + LIST_HEAD, OBJ_NONE);
	spoil(&h, "an item that is free", obj_payload(w, h.list) + LIST_HEAD, h.freed);
	spoil(&h, "an item out of range", obj_payload(w, h.list) + LIST_HEAD,
		OBJECT_LIMIT);
	spoil(&h, "a root forgotten", frame_slot(BASE_STACK, 1), 0);
	spoil(&h, "a register", REG_MAIN, h.dict);
	spoil(&h, "a frame's size", BASE_STACK + FRAME_SIZE, 10);
	fixture_free(&h.x);
}

static void notices_broken_lists(void **state)
{
	(void)state;
	struct heap h;
	struct world *w = &h.x.w;

	build(&h);
	spoil(&h, "prev", BASE_LINKS + 2 * h.tuple + 1, h.list);
	spoil(&h, "a shorter list", BASE_LINKS + 2 * h.list, GC_GENERATION_0);
	spoil(&h, "an object left out", BASE_LINKS + 2 * h.inner, gc_next(w, h.tuple));
	spoil(&h, "tracked in no list", BASE_LINKS + 2 * OBJ_NONE, h.list);
	spoil(&h, "a head", BASE_LINKS + 2 * GC_GENERATION_1, h.list);
	spoil(&h, "flags while nothing is collected", BASE_GC_REFS + h.list,
		GC_FLAG_COLLECTING | 1);
	fixture_free(&h.x);
}

static void notices_lost_memory(void **state)
{
	(void)state;
	struct heap h;
	struct world *w = &h.x.w;

	build(&h);
	spoil(&h, "a free slot lost", REG_FREE_SLOT, 0);
	spoil(&h, "a used slot free", REG_FREE_SLOT, h.list);
	spoil(&h, "a block twice", BASE_BODY + 2 * h.list, obj_payload(w, h.inner));
	spoil(&h, "words in use", REG_WORDS, reg(w, REG_WORDS) + 4);
	spoil(&h, "the pool's end", REG_POOL, reg(w, REG_POOL) + 4);
	spoil(&h, "a list without room", BASE_BODY + 2 * h.list + 1, 100);
	spoil(&h, "a capacity", obj_payload(w, h.tuple), 1u << 20);
	fixture_free(&h.x);
}

static void notices_broken_contents(void **state)
{
	(void)state;
	struct heap h;
	struct world *w = &h.x.w;

	build(&h);
	spoil(&h, "entries of a dict", BASE_BODY + 2 * h.dict + 1, 2);
	spoil(&h, "a key without value",
		obj_payload(w, h.dict) + DICT_HEAD + ENTRY_VALUE, 0);
	spoil(&h, "a weak reference's referent",
		obj_payload(w, h.ref) + WEAKREF_REFERENT, h.list);
	spoil(&h, "an object's weak references", BASE_WEAK + h.instance, 0);
	spoil(&h, "a weak reference before", obj_payload(w, h.ref) + WEAKREF_PREV,
		h.ref);
	spoil(&h, "a dying object that nobody frees", BASE_META + h.list,
		obj_meta(w, h.list) ^ OBJECT_DYING);
	fixture_free(&h.x);
}

/* gc_refs above the count is no state that a collection can be in. */
static void notices_wrong_gc_refs(void **state)
{
	(void)state;
	struct heap h;
	struct world *w = &h.x.w;

	build(&h);
	fixture_record(&h.x);
	assert_true(gc_start(w, 2, false, 0));
	while (gc_state(w).phase != GC_PHASE_SUBTRACT_REFS)
		fixture_step(&h.x);
	fixture_audit(&h.x, "copied");
	spoil(&h, "gc_refs", BASE_GC_REFS + h.list, GC_FLAG_COLLECTING | 100);
	fixture_run(&h.x);
	fixture_audit(&h.x, "collected");
	fixture_free(&h.x);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(notices_wrong_counts),
		cmocka_unit_test(notices_broken_lists),
		cmocka_unit_test(notices_lost_memory),
		cmocka_unit_test(notices_broken_contents),
		cmocka_unit_test(notices_wrong_gc_refs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
