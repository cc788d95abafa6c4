#include "order.h"

#include "attrs.h"
#include "dialect.h"

#define END 0xff

/* Fields in the order of the type's tp_dealloc, where that differs from
 * tp_traverse.  Missing: the same. */
static const uint8_t dealloc_order[KIND_COUNT][13] = {
	[KIND_TYPE] = {TYPE_WEAKREF, TYPE_BASE, TYPE_DICT, TYPE_BASES, TYPE_MRO,
		TYPE_NAME, TYPE_QUALNAME, TYPE_MODULE, END},
	[KIND_FUNCTION] = {FUNCTION_CODE, FUNCTION_GLOBALS, FUNCTION_BUILTINS,
		FUNCTION_MODULE, FUNCTION_NAME, FUNCTION_DEFAULTS, FUNCTION_KWDEFAULTS,
		FUNCTION_DOC, FUNCTION_DICT, FUNCTION_CLOSURE, FUNCTION_ANNOTATIONS,
		FUNCTION_QUALNAME, END},
	[KIND_SLICE] = {SLICE_STEP, SLICE_START, SLICE_STOP, END},
	[KIND_SUPER] = {SUPER_OBJECT, SUPER_TYPE, SUPER_OBJECT_TYPE, END},
	[KIND_EXCEPTION] = {EXCEPTION_OBJECT, EXCEPTION_NAME, EXCEPTION_VALUE,
		EXCEPTION_ARGS, EXCEPTION_MESSAGE, EXCEPTION_TRACEBACK, EXCEPTION_CAUSE,
		EXCEPTION_CONTEXT, END},
	[KIND_OLD_CLASS] = {OLD_CLASS_BASES, OLD_CLASS_DICT, OLD_CLASS_NAME, END},
};

/* The fields that tp_clear empties, in its order; {END}: a tp_clear that has
 * none.  Missing: no tp_clear. */
static const uint8_t clear_order[KIND_COUNT][13] = {
	[KIND_LIST] = {END},
	[KIND_DEQUE] = {END},
	[KIND_DICT] = {END},
	[KIND_SET] = {END},
	[KIND_TYPE] = {TYPE_MODULE, TYPE_MRO, END},
	[KIND_FUNCTION] = {FUNCTION_GLOBALS, FUNCTION_BUILTINS, FUNCTION_MODULE,
		FUNCTION_DEFAULTS, FUNCTION_KWDEFAULTS, FUNCTION_DOC, FUNCTION_DICT,
		FUNCTION_CLOSURE, FUNCTION_ANNOTATIONS, END},
	[KIND_CELL] = {CELL_CONTENT, END},
	[KIND_WEAKREF] = {WEAKREF_CALLBACK, END},
	[KIND_WRAPPER] = {WRAPPER_CALLABLE, WRAPPER_DICT, END},
	[KIND_EXCEPTION] = {EXCEPTION_OBJECT, EXCEPTION_NAME, EXCEPTION_VALUE,
		EXCEPTION_ARGS, EXCEPTION_MESSAGE, EXCEPTION_TRACEBACK, EXCEPTION_CAUSE,
		EXCEPTION_CONTEXT, END},
	[KIND_TRACEBACK] = {TRACEBACK_NEXT, TRACEBACK_FRAME, END},
	[KIND_PARTS] = {0, 1, 2, 3, END},
};

static uint32_t order_length(const uint8_t *order)
{
	uint32_t n = 0;

	while (order[n] != END)
		n++;
	return n;
}

static bool is_listed(const uint8_t *order)
{
	return order[0] || order[1];
}

static uint32_t class_slots(const struct world *w, obj_id o)
{
	obj_id class = obj_class(w, o);

	return class && !obj_immortal(w, class);
}

uint32_t dealloc_slots(const struct world *w, obj_id o)
{
	return obj_slots(w, o) - class_slots(w, o);
}

/* Entry by entry, key then value.  A key that is a text goes after its value:
 * nobody can see it die, and the value's event can still name it. */
static uint32_t dict_order(const struct world *w, obj_id o, uint32_t own, uint32_t i)
{
	uint32_t key_at = w->dialect->dict_ordered ? 1 : 0;
	uint32_t pair = own + i / 2 * 2;
	obj_id key = obj_slot(w, o, pair + key_at);
	bool text =
		key && (obj_kind(w, key) == KIND_STR || obj_kind(w, key) == KIND_BYTES);

	return pair + ((i % 2 == 0) == !text ? key_at : 1 - key_at);
}

/* Locals and temporaries before the rest; 3.11+: a frame object's function before
 * all (frame_dealloc, gen_dealloc). */
static uint32_t frame_order(const struct world *w, obj_id o, uint32_t i)
{
	enum kind kind = obj_kind(w, o);
	uint32_t fields = kind_table[kind].fields;
	uint32_t slots = obj_field(w, o, frame_slots_head(kind) - 1);
	bool function_first = kind == KIND_FRAME && !w->dialect->frame_objects;

	if (function_first && i == 0)
		return FRAME_OBJECT_FUNCTION;
	if (function_first)
		i--;
	if (i < slots)
		return fields + (w->dialect->locals_backwards ? slots - 1 - i : i);
	return i - slots;
}

uint32_t dealloc_slot(const struct world *w, obj_id o, uint32_t i)
{
	enum kind kind = obj_kind(w, o);
	uint32_t attrs = obj_attr_slots(w, o);
	uint32_t own = attrs + class_slots(w, o);
	const uint8_t *order = dealloc_order[kind];

	if (i < attrs)
		return i;
	i -= attrs;
	if (kind == KIND_DICT)
		return dict_order(w, o, own, i);
	if (kind == KIND_FRAME || kind == KIND_GENERATOR)
		return own + frame_order(w, o, i);
	if (!is_listed(order) || i >= order_length(order))
		return own + i;
	return own + order[i];
}

bool has_clear(const struct world *w, obj_id o)
{
	enum kind kind = obj_kind(w, o);
	obj_id class = obj_class(w, o);

	if (class && !obj_immortal(w, class) && kind != KIND_TYPE)
		return true;
	if (kind == KIND_FUNCTION)
		return w->dialect->function_clear;
	if (kind == KIND_MODULE)
		return w->dialect->del_once;
	return kind == KIND_FRAME || is_listed(clear_order[kind]) ||
		clear_order[kind][0] == END;
}

static const uint8_t *clear_fields(const struct world *w, obj_id o)
{
	static const uint8_t module[] = {MODULE_DICT, END};
	static const uint8_t none[] = {END};
	enum kind kind = obj_kind(w, o);

	if (kind == KIND_MODULE && w->dialect->del_once)
		return module;
	if (kind == KIND_FUNCTION && !w->dialect->function_clear)
		return none;
	return is_listed(clear_order[kind]) ? clear_order[kind] : none;
}

/* Of a frame the locals and temporaries (frame_tp_clear). */
uint32_t clear_slots(const struct world *w, obj_id o)
{
	if (obj_kind(w, o) == KIND_FRAME)
		return obj_field(w, o, FRAME_OBJECT_SLOTS);
	return obj_attr_slots(w, o) + order_length(clear_fields(w, o));
}

uint32_t clear_slot(const struct world *w, obj_id o, uint32_t i)
{
	uint32_t attrs = obj_attr_slots(w, o);

	if (obj_kind(w, o) == KIND_FRAME)
		return kind_table[KIND_FRAME].fields + i;
	if (i < attrs)
		return i;
	return attrs + class_slots(w, o) + clear_fields(w, o)[i - attrs];
}

/* An inline value goes: it leaves the list of the order they were stored in. */
static void forget_inline(struct world *w, obj_id o, uint32_t key)
{
	uint32_t attrs = obj_attrs(w, o);
	uint32_t used = word(w, attrs + ATTRS_USED);
	uint32_t order = attrs + ATTRS_HEAD + word(w, attrs + ATTRS_SLOT_COUNT) +
		word(w, attrs + ATTRS_CAPACITY);
	uint32_t at = 0;

	while (at < used && word(w, order + at) != key)
		at++;
	if (at == used)
		return;
	for (; at + 1 < used; at++)
		set_word(w, order + at, word(w, order + at + 1));
	set_word(w, attrs + ATTRS_USED, used - 1);
}

obj_id take_slot(struct world *w, obj_id o, uint32_t i, struct place *p)
{
	uint32_t index = obj_slot_word(w, o, i);
	obj_id target = word(w, index);
	struct slot s;
	uint32_t slots;

	if (!target)
		return 0;
	s = obj_slot_info(w, o, i);
	*p = (struct place){s.place, o, s.index, s.name};
	set_word(w, index, 0);
	if (i >= obj_attr_slots(w, o))
		return target;
	slots = word(w, obj_attrs(w, o) + ATTRS_SLOT_COUNT);
	if (i > slots)
		forget_inline(w, o, i - 1 - slots);
	else if (i == slots)
		attrs_detach(w, target);
	return target;
}
