#include "builtin_str.h"

#include "arguments.h"
#include "builtin_list.h"
#include "codec_error.h"
#include "dialect.h"
#include "errors.h"
#include "sequence.h"
#include "gc.h"
#include "iterate.h"
#include "list.h"
#include "number.h"
#include "special.h"

/* Methods of str, bytes and unicode that take apart, join, encode. */

static bool is_two(const struct world *w)
{
	return w->dialect->version.major == 2;
}

/* An argument by place or name. */
static obj_id option(
	const struct world *w, const struct args *a, uint32_t i, const char *name)
{
	return i < args_positional(w, a) ? arg(w, a, i) : args_keyword(w, a, name);
}

static bool options_known(struct world *w, const struct args *a, const char *function,
	const char *first, const char *second, uint32_t most)
{
	const char *const names[] = {first, second, NULL};

	if (is_two(w) && !args_no_keywords(w, a, function))
		return false;
	if (a->count > most) {
		raise_error(w, T_TYPE_ERROR,
			"%s() takes at most %u argument%s (%u given)", function, most,
			most == 1 ? "" : "s", a->count);
		return false;
	}
	return args_known(w, a, function, names);
}

static obj_id split_at(
	struct world *w, const struct args *a, const char *name, bool right)
{
	obj_id separator, limit, result = 0;
	int64_t maximum = -1;
	struct str_pair p = {a->self, 0, 0};

	if (!options_known(w, a, name, "sep", "maxsplit", 2))
		return 0;
	separator = option(w, a, 0, "sep");
	limit = option(w, a, 1, "maxsplit");
	if (limit && !integer_argument(w, limit, &maximum))
		return 0;
	if (separator && separator != OBJ_NONE) {
		if (!str_pair(w, a->self, separator, MUST_BE_STR_OR_NONE, name, &p))
			return 0;
		if (!obj_n(w, p.part))
			raise_error(w, T_VALUE_ERROR, "empty separator");
	}
	if (!reg(w, REG_EXCEPTION)) {
		gc_count_new(w, FREE_LIST_LIST);
		result = right ? str_rsplit(w, p.self, p.part, maximum)
			       : str_split(w, p.self, p.part, maximum);
	}
	str_pair_free(w, &p);
	return result;
}

static obj_id split(struct world *w, const struct args *a)
{
	return split_at(w, a, "split", false);
}

static obj_id rsplit(struct world *w, const struct args *a)
{
	return split_at(w, a, "rsplit", true);
}

static obj_id splitlines(struct world *w, const struct args *a)
{
	obj_id keep;

	if (!options_known(w, a, "splitlines", "keepends", NULL, 1))
		return 0;
	keep = option(w, a, 0, "keepends");
	if (!gc_charge(w, FREE_LIST_LIST))
		return RESULT_AGAIN;
	return str_splitlines(w, a->self, keep && truth_plain(w, keep));
}

BOTH(split)
BOTH(rsplit)
BOTH(splitlines)

static obj_id partition_at(
	struct world *w, const struct args *a, const char *name, bool right)
{
	struct str_pair p;
	obj_id result = 0;

	if (!str_pair(w, a->self, arg(w, a, 0), MUST_BE_STR, name, &p))
		return 0;
	if (obj_n(w, p.part)) {
		gc_count_new(w, gc_free_list(w, KIND_TUPLE, 3));
		result = right ? str_rpartition(w, p.self, p.part)
			       : str_partition(w, p.self, p.part);
	} else {
		raise_error(w, T_VALUE_ERROR, "empty separator");
	}
	str_pair_free(w, &p);
	return result;
}

static obj_id partition(struct world *w, const struct args *a)
{
	return partition_at(w, a, "partition", false);
}

static obj_id rpartition(struct world *w, const struct args *a)
{
	return partition_at(w, a, "rpartition", true);
}

BOTH(partition)
BOTH(rpartition)

/* join: the items of a list or tuple; other iterables become a list first. */

static obj_id bad_item(struct world *w, obj_id separator, uint32_t i, obj_id o)
{
	const char *wanted = is_two(w)
		? obj_kind(w, separator) == KIND_STR ? "string or Unicode" : "string"
		: obj_kind(w, separator) == KIND_STR ? "str instance"
						     : "a bytes-like object";

	return raise_error(w, T_TYPE_ERROR, "sequence item %u: expected %s, %s found",
		i, wanted, type_name_of(w, o));
}

static bool join_room(struct world *w, obj_id separator, obj_id items)
{
	uint64_t n = obj_n(w, items), bytes = n * obj_n(w, separator);

	for (uint32_t i = 0; i < n; i++)
		bytes += obj_n(w, item(w, items, i));
	return sequence_room(w, KIND_STR, bytes);
}

/* 2.7: one unicode makes all unicode. */
static obj_id join_as_unicode(struct world *w, obj_id separator, obj_id items)
{
	obj_id wide = str_to_unicode(w, separator), list, result = 0;
	uint32_t n = obj_n(w, items), i;

	if (!wide)
		return 0;
	gc_count_new(w, FREE_LIST_LIST);
	list = list_of(w, NULL, 0);
	for (i = 0; i < n; i++) {
		obj_id o = str_to_unicode(w, item(w, items, i));

		if (!o)
			break;
		list_append(w, list, o);
	}
	if (i == n)
		result = str_join(w, wide, n ? item_index(w, list, 0) : 0, n);
	drop_all(w, (struct owned[]){{.object = list}, {.object = wide}}, 2);
	return result;
}

static obj_id join_items(struct world *w, obj_id separator, obj_id items)
{
	uint32_t n = obj_n(w, items);
	bool mixed = false;

	for (uint32_t i = 0; i < n; i++) {
		obj_id o = item(w, items, i);
		bool same = is_text(w, o) && obj_kind(w, o) == obj_kind(w, separator);

		if (!same && !(is_two(w) && is_text(w, o)))
			return bad_item(w, separator, i, o);
		mixed |= !same;
	}
	if (n == 1 && !type_is_heap(w, obj_class(w, item(w, items, 0)))) {
		hold(w, item(w, items, 0));
		return item(w, items, 0);
	}
	if (!join_room(w, separator, items))
		return 0;
	if (mixed)
		return join_as_unicode(w, separator, items);
	return str_join(w, separator, n ? item_index(w, items, 0) : 0, n);
}

static bool is_items(const struct world *w, obj_id o)
{
	return obj_kind(w, o) == KIND_LIST || obj_kind(w, o) == KIND_TUPLE;
}

static obj_id join(struct world *w, const struct args *a)
{
	obj_id o = arg(w, a, 0);

	if (is_items(w, o))
		return join_items(w, a->self, o);
	if (!is_iterable(w, o))
		return raise_error(w, T_TYPE_ERROR, "can only join an iterable");
	return RESULT_STEP;
}

BOTH(join)

enum {
	LOCAL_LIST
};

static void join_step(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);
	obj_id o = arg(w, &a, 0), list;

	if (frame_state(w, f) == 0) {
		set_frame_state(w, f, 1);
		push_builtin_step(w, B_list_of_step, 0, &o, 1, f + FRAME_RESULT);
		set_word(w, builtin_word(w, reg(w, REG_TOP), LIST_OF_ITERATOR), 1);
		return;
	}
	if (reg(w, REG_EXCEPTION)) {
		builtin_return(w, 0);
		return;
	}
	list = word(w, f + FRAME_RESULT);
	set_word(w, f + FRAME_RESULT, 0);
	set_word(w, builtin_local(w, f, LOCAL_LIST), list);
	builtin_return(w, join_items(w, a.self, list));
}

void ustr_join_step(struct world *w, uint32_t f)
{
	join_step(w, f);
}

void bstr_join_step(struct world *w, uint32_t f)
{
	join_step(w, f);
}

/* Codecs. */

static bool name_argument(struct world *w, const struct args *a, uint32_t i,
	const char *name, const char *function, const char **text)
{
	obj_id o = option(w, a, i, name);

	if (!o || is_text(w, o)) {
		*text = o ? text_bytes(w, o) : NULL;
		return true;
	}
	if (py_at_least(w->dialect->version, 3, 8))
		raise_error(w, T_TYPE_ERROR, "%s() argument '%s' must be str, not %s",
			function, name, type_name_of(w, o));
	else
		raise_error(w, T_TYPE_ERROR, "%s() argument %u must be %s, not %s",
			function, i + 1, is_two(w) ? "string" : "str",
			type_name_of(w, o));
	return false;
}

static bool codec_arguments(struct world *w, const struct args *a, const char *function,
	enum codec *codec, enum codec_errors *errors)
{
	const char *name, *handler;

	if (!args_known(w, a, function, (const char *[]){"encoding", "errors", NULL}) ||
		!name_argument(w, a, 0, "encoding", function, &name) ||
		!name_argument(w, a, 1, "errors", function, &handler))
		return false;
	*codec = name ? codec_find(name) : is_two(w) ? CODEC_ASCII : CODEC_UTF8;
	*errors = handler ? codec_errors_find(handler) : ERRORS_STRICT;
	if (*codec == CODEC_UNKNOWN)
		raise_error(w, T_LOOKUP_ERROR, "unknown encoding: %s", name);
	else if (*errors == ERRORS_UNKNOWN)
		raise_error(
			w, T_LOOKUP_ERROR, "unknown error handler name '%s'", handler);
	return !reg(w, REG_EXCEPTION);
}

/* 2.7 makes a str unicode before it is encoded, and the other way round. */
static obj_id encode(struct world *w, const struct args *a)
{
	enum codec codec;
	enum codec_errors errors;
	struct codec_failure f;
	obj_id text, result;

	if (!codec_arguments(w, a, "encode", &codec, &errors))
		return 0;
	text = str_to_unicode(w, a->self);
	if (!text)
		return 0;
	result = str_encode(w, text, codec, errors, &f);
	if (!result)
		raise_codec(w, T_UNICODE_ENCODE_ERROR, &f, text);
	drop(w, text, NULL);
	return result;
}

static obj_id decode(struct world *w, const struct args *a)
{
	enum codec codec;
	enum codec_errors errors;
	struct codec_failure f;
	obj_id bytes = a->self, result;

	if (!codec_arguments(w, a, "decode", &codec, &errors))
		return 0;
	if (obj_kind(w, bytes) == KIND_STR) {
		bytes = str_encode(w, a->self, CODEC_ASCII, ERRORS_STRICT, &f);
		if (!bytes)
			return raise_codec(w, T_UNICODE_ENCODE_ERROR, &f, a->self);
	} else {
		hold(w, bytes);
	}
	result =
		str_decode(w, text_bytes(w, bytes), obj_n(w, bytes), codec, errors, &f);
	if (!result)
		raise_codec(w, T_UNICODE_DECODE_ERROR, &f, bytes);
	drop(w, bytes, NULL);
	return result;
}

BOTH(encode)
BOTH(decode)
