#include "arguments.h"

#include <string.h>

#include "dialect.h"
#include "errors.h"
#include "list.h"
#include "text.h"

uint32_t args_positional(const struct world *w, const struct args *a)
{
	return a->count - (a->names ? obj_n(w, a->names) : 0);
}

obj_id args_keyword(const struct world *w, const struct args *a, const char *name)
{
	uint32_t first = args_positional(w, a);

	for (uint32_t i = first; i < a->count; i++) {
		if (text_is(w, item(w, a->names, i - first), name))
			return arg(w, a, i);
	}
	return 0;
}

static bool is_known(const struct world *w, obj_id name, const char *const *names)
{
	for (; *names; names++) {
		if (text_is(w, name, *names))
			return true;
	}
	return false;
}

static void unknown_keyword(struct world *w, const char *name, const char *function)
{
	if (py_at_least(w->dialect->version, 3, 13))
		raise_error(w, T_TYPE_ERROR,
			"%s() got an unexpected keyword argument '%s'", function, name);
	else if (py_at_least(w->dialect->version, 3, 7))
		raise_error(w, T_TYPE_ERROR,
			"'%s' is an invalid keyword argument for %s()", name, function);
	else
		raise_error(w, T_TYPE_ERROR,
			"'%s' is an invalid keyword argument for this function", name);
}

bool args_known(struct world *w, const struct args *a, const char *function,
	const char *const *names)
{
	for (uint32_t i = 0; a->names && i < obj_n(w, a->names); i++) {
		obj_id name = item(w, a->names, i);

		if (is_known(w, name, names))
			continue;
		unknown_keyword(w, text_bytes(w, name), function);
		return false;
	}
	return true;
}

bool args_no_keywords(struct world *w, const struct args *a, const char *function)
{
	if (!a->names)
		return true;
	raise_error(w, T_TYPE_ERROR, "%s() takes no keyword arguments", function);
	return false;
}
