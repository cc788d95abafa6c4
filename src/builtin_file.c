#include "builtin.h"

#include "dialect.h"
#include "errors.h"
#include "number.h"
#include "output.h"
#include "passing.h"
#include "stream.h"
#include "text.h"
#include "walk.h"

/* Methods of sys.stdout and sys.stderr. */

static bool write_text(struct world *w, obj_id file, obj_id text)
{
	bool two = w->dialect->version.major == 2;

	if (obj_kind(w, text) != KIND_STR &&
		!(two && obj_kind(w, text) == KIND_BYTES)) {
		raise_error(w, T_TYPE_ERROR,
			two ? "expected a character buffer object"
			    : "write() argument must be str, not %s",
			type_name_of(w, text));
		return false;
	}
	output_write(w, stream_of(w, file), text_bytes(w, text), obj_n(w, text));
	stream_set_softspace(w, file, false);
	return true;
}

obj_id file_write(struct world *w, const struct args *a)
{
	if (!write_text(w, a->self, arg(w, a, 0)))
		return 0;
	if (w->dialect->version.major == 2)
		return OBJ_NONE;
	return int_new(w, text_length(w, arg(w, a, 0)));
}

obj_id file_flush(struct world *w, const struct args *a)
{
	if (w->dialect->version.major == 3)
		pass_object(w, KIND_BUILTIN, 0); /* the buffer's flush() */
	(void)a;
	return OBJ_NONE;
}

void file_writelines(struct world *w, uint32_t f)
{
	struct args a = builtin_args(w, f);
	obj_id v = 0;

	if (frame_state(w, f) == 0) {
		enum walk walk = walk_start(w, f, 0, arg(w, &a, 0), NULL);

		if (walk == WALK_READY)
			set_frame_state(w, f, 1);
		if (walk == WALK_RAISED)
			builtin_return(w, 0);
		return;
	}
	switch (walk_next(w, f, 0, &v)) {
	case WALK_ITEM:
		if (write_text(w, a.self, v)) {
			drop(w, v, NULL);
			break;
		}
		set_word(w, builtin_local(w, f, 1), v);
		builtin_return(w, 0);
		break;
	case WALK_END:
		builtin_return(w, OBJ_NONE);
		break;
	case WALK_RAISED:
		builtin_return(w, 0);
		break;
	default:
		break;
	}
}
