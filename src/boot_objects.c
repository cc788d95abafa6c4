#include "boot.h"

#include <string.h>

#include "dialect.h"
#include "gclist.h"
#include "text.h"

/* The fixed objects: what is there before anything is built from them. */

struct type_row {
	enum kind kind;
	enum builtin_type base;
	const char *name2, *name3;
};

static const struct type_row type_rows[T_COUNT] = {
#define TYPE(id, kind, base, name2, name3) {KIND_##kind, T_##base, name2, name3},
#include "types.def"
#undef TYPE
};

const char *builtin_type_name(struct py_version v, enum builtin_type t)
{
	bool weak = t == T_WEAKREF || t == T_PROXY || t == T_CALLABLE_PROXY;

	return v.major == 2 || (weak && !py_at_least(v, 3, 10)) ? type_rows[t].name2
								: type_rows[t].name3;
}

bool builtin_type_exists(struct py_version v, enum builtin_type t)
{
	return builtin_type_name(v, t)[0];
}

enum kind builtin_type_kind(enum builtin_type t)
{
	return type_rows[t].kind;
}

/* The nearest base that the version has. */
enum builtin_type builtin_type_base(enum builtin_type t)
{
	return type_rows[t].base;
}

static void make_immortal(struct world *w, obj_id o)
{
	set_word(w, BASE_RC + o, RC_IMMORTAL);
}

static obj_id fixed(
	struct world *w, obj_id expected, enum kind kind, enum builtin_type t)
{
	obj_id o = obj_new(w, kind, type_object(t));

	assert(o == expected);
	(void)expected;
	make_immortal(w, o);
	return o;
}

static void fixed_text(struct world *w, obj_id expected, enum kind kind,
	const char *bytes, size_t length)
{
	obj_id o = fixed(w, expected, kind, kind == KIND_STR ? T_STR : T_BYTES);

	text_fill(w, o, bytes, length);
	set_obj_flag(w, o, OBJECT_INTERNED, true);
}

static void fixed_int(struct world *w, obj_id expected, enum builtin_type t, int value)
{
	obj_id o = fixed(w, expected, KIND_INT, t);
	uint64_t bits = (uint64_t)(int64_t)value;

	set_obj_payload(w, o, (uint32_t)bits);
	set_obj_n(w, o, (uint32_t)(bits >> 32));
}

static void fixed_values(struct world *w)
{
	char c[2];

	fixed(w, OBJ_NONE, KIND_SINGLETON, T_NONE);
	fixed_int(w, OBJ_TRUE, T_BOOL, 1);
	fixed_int(w, OBJ_FALSE, T_BOOL, 0);
	fixed(w, OBJ_ELLIPSIS, KIND_SINGLETON, T_ELLIPSIS);
	fixed(w, OBJ_NOT_IMPLEMENTED, KIND_SINGLETON, T_NOT_IMPLEMENTED);
	fixed(w, OBJ_EMPTY_TUPLE, KIND_TUPLE, T_TUPLE);
	fixed_text(w, OBJ_EMPTY_STR, KIND_STR, "", 0);
	fixed_text(w, OBJ_EMPTY_BYTES, KIND_BYTES, "", 0);
	for (int i = -5; i <= 256; i++)
		fixed_int(w, (obj_id)(OBJ_SMALL_INT_FIRST + 5 + i), T_INT, i);
	for (int i = 0; i < 128; i++) {
		c[0] = (char)i;
		fixed_text(w, (obj_id)(OBJ_LATIN1 + i), KIND_STR, c, 1);
	}
	for (int i = 128; i < 256; i++) {
		c[0] = (char)(0xc0 | i >> 6);
		c[1] = (char)(0x80 | (i & 0x3f));
		fixed_text(w, (obj_id)(OBJ_LATIN1 + i), KIND_STR, c, 2);
	}
	for (int i = 0; i < 256; i++) {
		c[0] = (char)i;
		fixed_text(w, (obj_id)(OBJ_BYTE + i), KIND_BYTES, c, 1);
	}
}

static void fixed_types(struct world *w)
{
	for (int t = 0; t < T_COUNT; t++) {
		obj_id o =
			fixed(w, type_object((enum builtin_type)t), KIND_TYPE, T_TYPE);
		uint32_t block = block_new(w, TYPE_WORDS);

		for (uint32_t i = 0; i < TYPE_WORDS; i++)
			set_word(w, block + i, 0);
		set_obj_payload(w, o, block);
		set_obj_field(w, o, TYPE_KIND, type_rows[t].kind);
		set_obj_field(w, o, TYPE_BUILTIN, (uint32_t)t + 1);
		set_obj_field(w, o, TYPE_BASE,
			t == T_OBJECT ? 0 : type_object(type_rows[t].base));
	}
}

static void fixed_names(struct world *w)
{
	static const char *const texts[] = {
#define NAME(id, text) text,
#include "names.def"
#undef NAME
	};
	enum kind kind = w->dialect->version.major == 2 ? KIND_BYTES : KIND_STR;

	for (int n = 0; n < N_COUNT; n++) {
		fixed_text(
			w, name_object((enum name)n), kind, texts[n], strlen(texts[n]));
	}
}

static void set_registers(struct world *w)
{
	set_reg(w, REG_SLOTS, GC_LIST_LAST + 1);
	set_reg(w, REG_SERIAL, 1);
	set_reg(w, REG_POOL, BASE_POOL);
	set_reg(w, REG_SP, BASE_STACK);
	set_reg(w, REG_GC_ENABLED, 1);
	set_reg(w, REG_GC_THRESHOLD, w->dialect->threshold0);
	set_reg(w, REG_GC_THRESHOLD1, 10);
	set_reg(w, REG_GC_THRESHOLD2, 10);
	set_reg(w, REG_RECURSION_LIMIT, 1000);
}

void boot_objects(struct world *w)
{
	set_registers(w);
	for (obj_id head = GC_LIST_FIRST; head < GC_LISTS_END; head++)
		gclist_init(w, head);
	fixed_values(w);
	fixed_types(w);
	fixed_names(w);
	assert(reg(w, REG_SLOTS) == OBJ_FIRST_FREE);
}
