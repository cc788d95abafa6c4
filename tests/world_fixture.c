#include "world_fixture.h"

#include <stdlib.h>
#include <string.h>

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

#include "audit.h"
#include "boot.h"
#include "callbacks.h"
#include "clear.h"
#include "dealloc.h"
#include "dialect.h"
#include "dict.h"
#include "gc.h"
#include "gclist.h"
#include "history.h"
#include "list.h"
#include "number.h"
#include "output.h"
#include "symbols.h"
#include "trashcan.h"

void fixture_init(struct fixture *x, const char *version)
{
	struct py_version v;

	memset(x, 0, sizeof(*x));
	assert_true(dialect_parse(version, &v));
	assert_true(arena_init(&x->w.arena, WORLD_WORDS, 1u << 16));
	x->w.dialect = dialect_find(v);
	x->w.symbols = symbols_new();
	x->w.output = output_new();
	x->w.memory_limit = UINT32_MAX;
	boot_objects(&x->w);
	/* A frame at the bottom, as in a program: whatever frames push lies above. */
	frame_push(&x->w, FRAME_NONE, 0, 1 + FIXTURE_ROOTS, 0);
}

void fixture_free(struct fixture *x)
{
	history_free(x->w.history);
	symbols_free(x->w.symbols);
	output_free(x->w.output);
	arena_free(&x->w.arena);
}

void fixture_record(struct fixture *x)
{
	x->w.history = history_new(&x->w.arena, 1u << 16);
	x->w.arena.recording = true;
	x->w.step = 0;
	history_restart(x->w.history, 0, (struct event){.kind = EV_START});
}

/* Ends a FRAME_CALL: its references go one by one, then the result is None. */
static void end_call(struct fixture *x)
{
	struct world *w = &x->w;
	uint32_t f = reg(w, REG_TOP);
	uint32_t n = word(w, f + FRAME_SLOT_COUNT);

	if (frame_state(w, f) == 0) {
		obj_id callable = word(w, frame_slot(f, 0));
		obj_id argument = n > 1 ? word(w, frame_slot(f, 1)) : 0;

		set_frame_state(w, f, 1);
		if (x->calls < 256) {
			x->callables[x->calls] = obj_serial(w, callable);
			x->called[x->calls] = argument ? obj_serial(w, argument) : 0;
		}
		x->calls++;
		if (x->on_call)
			x->on_call(x, callable, argument);
		return;
	}
	for (uint32_t i = 0; i < n; i++) {
		obj_id o = word(w, frame_slot(f, i));

		if (!o)
			continue;
		set_word(w, frame_slot(f, i), 0);
		drop(w, o, NULL);
		return;
	}
	frame_pop(w, reg(w, REG_EXCEPTION) ? 0 : OBJ_NONE);
}

static void end_unraisable(struct fixture *x)
{
	struct world *w = &x->w;
	uint32_t f = reg(w, REG_TOP);

	for (uint32_t i = 0; i < 2; i++) {
		obj_id o = word(w, frame_slot(f, i));

		if (!o)
			continue;
		set_word(w, frame_slot(f, i), 0);
		drop(w, o, NULL);
		return;
	}
	x->unraisable++;
	frame_pop(w, 0);
}

bool fixture_step(struct fixture *x)
{
	struct world *w = &x->w;

	switch (frame_kind(w, reg(w, REG_TOP))) {
	case FRAME_NONE:
		return false;
	case FRAME_DEALLOC:
		dealloc_step(w);
		break;
	case FRAME_DROP:
		drop_step(w);
		break;
	case FRAME_TRASH:
		trash_step(w);
		break;
	case FRAME_CLEAR:
		clear_step(w);
		break;
	case FRAME_CALLBACKS:
		callbacks_step(w);
		break;
	case FRAME_GC:
		gc_step(w);
		break;
	case FRAME_GC_CALLBACKS:
		gc_callbacks_step(w);
		break;
	case FRAME_CALL:
		end_call(x);
		break;
	case FRAME_UNRAISABLE:
		end_unraisable(x);
		break;
	default:
		fail_msg("a frame of kind %u", frame_kind(w, reg(w, REG_TOP)));
	}
	if (w->arena.recording)
		history_executed(w->history);
	return true;
}

void fixture_run(struct fixture *x)
{
	while (fixture_step(x))
		;
}

/* The bottom frame's slot that holds O, or a free one when O is 0. */
static uint32_t root_slot(const struct fixture *x, obj_id o)
{
	for (uint32_t i = 1; i <= FIXTURE_ROOTS; i++) {
		uint32_t slot = frame_slot(BASE_STACK, i);

		if (word(&x->w, slot) == o)
			return slot;
	}
	fail_msg("no slot with %u", o);
	return 0;
}

obj_id fixture_root(struct fixture *x, obj_id o)
{
	set_word(&x->w, root_slot(x, 0), o);
	return o;
}

void fixture_drop(struct fixture *x, obj_id o)
{
	set_word(&x->w, root_slot(x, o), 0);
	drop(&x->w, o, NULL);
	fixture_run(x);
}

uint32_t fixture_collect(struct fixture *x, uint32_t generation)
{
	struct world *w = &x->w;
	uint32_t dst = frame_slot(reg(w, REG_TOP), 0);
	obj_id result;
	int64_t n;

	assert_true(gc_start(w, generation, false, dst));
	fixture_run(x);
	result = word(w, dst);
	n = int_value(w, result);
	set_word(w, dst, 0);
	drop(w, result, NULL);
	return (uint32_t)n;
}

void fixture_audit(const struct fixture *x, const char *where)
{
	char *text = audit_world(&x->w);

	if (text)
		fail_msg("%s: %s", where, text);
}

obj_id fixture_list(struct fixture *x)
{
	return fixture_root(x, list_of(&x->w, NULL, 0));
}

obj_id fixture_tuple(struct fixture *x, const obj_id *items, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++)
		hold(&x->w, items[i]);
	return fixture_root(x, tuple_of(&x->w, items, n));
}

void fixture_append(struct fixture *x, obj_id list, obj_id o)
{
	hold(&x->w, o);
	list_append(&x->w, list, o);
}

static obj_id new_function(struct world *w)
{
	obj_id function = obj_new_fields(
		w, KIND_FUNCTION, type_object(T_FUNCTION), FUNCTION_WORDS);

	gc_track(w, function);
	return function;
}

obj_id fixture_function(struct fixture *x)
{
	return fixture_root(x, new_function(&x->w));
}

obj_id fixture_class(struct fixture *x, enum kind kind, bool has_del)
{
	struct world *w = &x->w;
	obj_id class = obj_new_fields(w, KIND_TYPE, type_object(T_TYPE), TYPE_WORDS);
	obj_id mro[2] = {class, type_object(T_OBJECT)};
	obj_id dict = dict_new(w);
	obj_id type = kind == KIND_LIST ? type_object(T_LIST) : type_object(T_OBJECT);

	set_obj_field(w, class, TYPE_DICT, dict);
	set_obj_field(w, class, TYPE_BASE, type);
	set_obj_field(w, class, TYPE_KIND, kind);
	set_obj_field(w, class, TYPE_FLAGS,
		TYPE_HEAP | TYPE_HAS_DICT | TYPE_HAS_WEAK |
			(has_del ? TYPE_HAS_DEL : 0));
	if (has_del)
		dict_set(w, dict, name_object(N_DEL), new_function(w), NULL);
	hold(w, class);
	set_obj_field(w, class, TYPE_MRO, tuple_of(w, mro, 2));
	gc_track(w, class);
	return fixture_root(x, class);
}

obj_id fixture_instance(struct fixture *x, obj_id class)
{
	struct world *w = &x->w;
	obj_id o = obj_new(w, (enum kind)obj_field(w, class, TYPE_KIND), class);

	obj_born(w, o);
	gc_track(w, o);
	return fixture_root(x, o);
}
