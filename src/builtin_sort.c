#include "builtin_list.h"

#include "arguments.h"
#include "dialect.h"
#include "errors.h"
#include "list.h"
#include "number.h"
#include "passing.h"

/* list.sort() and sorted(): their arguments, and what they return. */

static bool is_two(const struct world *w)
{
	return w->dialect->version.major == 2;
}

static bool no_positional(
	struct world *w, const struct args *a, uint32_t skip, bool sorted)
{
	uint32_t n = args_positional(w, a);

	if (n == skip || (is_two(w) && n >= skip))
		return true;
	if (sorted && n < skip && !is_two(w))
		raise_error(w, T_TYPE_ERROR, "sorted expected 1 argument, got 0");
	else if (sorted && n < skip)
		raise_error(w, T_TYPE_ERROR,
			"Required argument 'iterable' (pos 1) not found");
	else if (!py_at_least(w->dialect->version, 3, 7))
		raise_error(
			w, T_TYPE_ERROR, "must use keyword argument for key function");
	else if (sorted)
		raise_error(w, T_TYPE_ERROR, "sorted expected 1 argument, got %u", n);
	else
		raise_error(w, T_TYPE_ERROR, "sort() takes no positional arguments");
	return false;
}

/* An argument by name, or in 2.7 by position. */
static obj_id option(
	const struct world *w, const struct args *a, uint32_t at, const char *name)
{
	obj_id v = args_keyword(w, a, name);

	if (!v && is_two(w) && at < args_positional(w, a))
		v = arg(w, a, at);
	return v == OBJ_NONE ? 0 : v;
}

static bool read_options(struct world *w, const struct args *a, uint32_t skip,
	bool sorted, struct sort_options *o)
{
	static const char *const known2[] = {"cmp", "key", "reverse", NULL};
	static const char *const known3[] = {"key", "reverse", NULL};
	obj_id reverse;
	int64_t value = 0;

	if (!no_positional(w, a, skip, sorted) ||
		!args_known(w, a, "sort", is_two(w) ? known2 : known3))
		return false;
	o->cmp = is_two(w) ? option(w, a, skip, "cmp") : 0;
	o->key = option(w, a, skip + 1, "key");
	reverse = option(w, a, skip + 2, "reverse");
	if (!reverse)
		return true;
	if (py_at_least(w->dialect->version, 3, 13))
		value = truth_plain(w, reverse);
	else if (!integer_argument(w, reverse, &value))
		return false;
	o->reverse = value != 0;
	return true;
}

void list_sort(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);
	struct sort_options o = {0};

	if (frame_state(w, f)) {
		builtin_return(w, reg(w, REG_EXCEPTION) ? 0 : OBJ_NONE);
		return;
	}
	set_frame_state(w, f, 1);
	if (read_options(w, &a, 0, false, &o))
		sort_push(w, a.self, &o, f + FRAME_RESULT);
	else
		builtin_return(w, 0);
}

enum {
	LOCAL_LIST
};

static void sort_made(struct world *w, uint32_t f, const struct args *a)
{
	obj_id list = word(w, f + FRAME_RESULT);
	struct sort_options o = {0};

	set_word(w, f + FRAME_RESULT, 0);
	set_word(w, builtin_local(w, f, LOCAL_LIST), list);
	set_frame_state(w, f, 2);
	/* list.sort is looked up, 2.7 gives it the other arguments as a tuple. */
	if (w->dialect->version.major == 2)
		pass_tuple(w, args_positional(w, a) - 1);
	pass_object(w, KIND_BUILTIN, 0);
	if (read_options(w, a, 1, true, &o))
		sort_push(w, list, &o, f + FRAME_RESULT);
	else
		builtin_return(w, 0);
}

void sorted_step(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);
	obj_id iterable, list;
	struct sort_options o = {0};

	if (reg(w, REG_EXCEPTION)) {
		builtin_return(w, 0);
		return;
	}
	switch (frame_state(w, f)) {
	case 0:
		if (!read_options(w, &a, 1, true, &o)) {
			builtin_return(w, 0);
			return;
		}
		iterable = arg(w, &a, 0);
		set_frame_state(w, f, 1);
		push_builtin_step(w, B_list_of_step, 0, &iterable, 1, f + FRAME_RESULT);
		break;
	case 1:
		sort_made(w, f, &a);
		break;
	default:
		list = word(w, builtin_local(w, f, LOCAL_LIST));
		set_word(w, builtin_local(w, f, LOCAL_LIST), 0);
		builtin_return(w, list);
	}
}
