#include "exit.h"

#include <stdlib.h>

#include "dealloc.h"
#include "dialect.h"
#include "dict.h"
#include "errors.h"
#include "gc.h"
#include "list.h"
#include "number.h"
#include "output.h"
#include "repr.h"
#include "stream.h"
#include "text.h"
#include "traceback.h"

/* Slot 0: the uncaught exception; 1: what Python code says of it and of those that led
 * to it (see traceback.h).  Word 0: a position in a dict or in that chain. */
enum {
	EXCEPTION,
	TEXTS
};
enum {
	POSITION
};

enum exit_state {
	EXIT_EXCEPTION,       /* is there one? */
	EXIT_ASK,             /* ask for the text of one more */
	EXIT_ASKED,           /* it has come */
	EXIT_PRINT,           /* print it, find the exit status */
	EXIT_FUNCTIONS,       /* what atexit.register() was given is called */
	EXIT_FUNCTIONS_ENDED, /* all of it, or one that failed */
	EXIT_COLLECT,         /* PyGC_Collect */
	EXIT_FORGET,          /* sys.last_traceback goes */
	EXIT_UNDERSCORED,     /* 2.7: names with one underscore become None */
	EXIT_NAMES,           /* 2.7: the others */
	EXIT_MODULES,         /* 3.x: sys.modules is emptied */
	EXIT_COLLECT_MODULES, /* 3.x: _PyGC_CollectNoFail */
	EXIT_END
};

void exit_push(struct world *w)
{
	frame_push(w, FRAME_EXIT, 0, 2, 1);
}

static void next_state(struct world *w, uint32_t f, enum exit_state state)
{
	set_frame_state(w, f, state);
	world_event(w, (struct event){.kind = EV_EXIT, .now = state});
}

/* What a SystemExit is given: None, the status, or what is printed. */
static obj_id system_exit_code(const struct world *w, obj_id exception)
{
	obj_id args = obj_field(w, exception, EXCEPTION_ARGS);

	return obj_n(w, args) == 0    ? OBJ_NONE
		: obj_n(w, args) == 1 ? item(w, args, 0)
				      : args;
}

/* The status that a SystemExit asks for; may print its argument. */
static int system_exit_status(struct world *w, obj_id exception, obj_id texts)
{
	obj_id code = system_exit_code(w, exception);
	struct strbuf text = STRBUF_INIT;

	if (code == OBJ_NONE)
		return 0;
	if (is_int(w, code))
		return (int)(int_value(w, code) & 0xff);
	if (texts)
		strbuf_puts(&text, text_bytes(w, item(w, texts, 1)));
	else
		str_text(w, code, &text);
	strbuf_putc(&text, '\n');
	output_write(w, 2, text.text, text.length);
	strbuf_free(&text);
	return 1;
}

/* 2.7: a line that `print x,` has left open ends (Py_FlushLine). */
static void flush_line(struct world *w)
{
	obj_id file = stream_current(w);

	if (!stream_of(w, file) || !stream_softspace(w, file))
		return;
	output_write(w, stream_of(w, file), "\n", 1);
	stream_set_softspace(w, file, false);
}

static void find_exception(struct world *w, uint32_t f)
{
	obj_id exception = reg(w, REG_EXCEPTION), ast = reg(w, REG_AST);

	set_reg(w, REG_EXCEPTION, 0);
	set_reg(w, REG_AST, 0);
	flush_line(w);
	set_word(w, frame_slot(f, EXCEPTION), exception);
	if (exception)
		set_frame_state(w, f, EXIT_ASK);
	else
		set_frame_state(w, f, EXIT_FUNCTIONS);
	drop(w, ast, NULL);
}

/* What is asked at POSITION: one of the exceptions of the chain, or the argument of a
 * SystemExit; 0: nothing more. */
static obj_id asked(const struct world *w, uint32_t f)
{
	obj_id exception = word(w, frame_slot(f, EXCEPTION)), found = 0;
	uint32_t position = word(w, frame_extra(w, f, POSITION)), count;
	struct traceback_link *chain;

	if (exception_is(w, exception, T_SYSTEM_EXIT))
		return position ? 0 : system_exit_code(w, exception);
	chain = traceback_chain(w, exception, &count);
	if (position < count)
		found = chain[position].exception;
	free(chain);
	return found;
}

/* Makes Python code say what the next exception is, if it has a say in that. */
static void ask(struct world *w, uint32_t f)
{
	uint32_t position = frame_extra(w, f, POSITION);
	obj_id o, text = 0;

	while ((o = asked(w, f)) && !str_takes_python(w, o))
		set_word(w, position, word(w, position) + 1);
	if (!o) {
		set_word(w, position, 0);
		set_frame_state(w, f, EXIT_PRINT);
		return;
	}
	set_frame_state(w, f, EXIT_ASKED);
	if (str_of(w, o, f + FRAME_RESULT, &text) == OUT_VALUE)
		set_word(w, f + FRAME_RESULT, text);
}

static void take_answer(struct world *w, uint32_t f)
{
	uint32_t position = frame_extra(w, f, POSITION), texts = frame_slot(f, TEXTS);
	obj_id o = asked(w, f);

	set_word(w, position, word(w, position) + 1);
	set_frame_state(w, f, EXIT_ASK);
	set_word(w, texts, traceback_take_text(w, word(w, texts), o, f));
}

static void show_exception(struct world *w, uint32_t f)
{
	obj_id exception = word(w, frame_slot(f, EXCEPTION)),
	       texts = word(w, frame_slot(f, TEXTS));

	set_frame_state(w, f, EXIT_FUNCTIONS);
	set_word(w, frame_slot(f, TEXTS), 0);
	if (exception_is(w, exception, T_SYSTEM_EXIT)) {
		set_reg(w, REG_EXIT_STATUS,
			(uint32_t)system_exit_status(w, exception, texts));
		set_word(w, frame_slot(f, EXCEPTION), 0);
		drop_all(w, (struct owned[]){{.object = texts}, {.object = exception}},
			2);
		return;
	}
	traceback_print(w, exception, texts);
	set_reg(w, REG_EXIT_STATUS, 1);
	if (texts)
		drop(w, texts, NULL);
}

/* What the module atexit (lib/atexit.py) calls NAME; 0: it was not imported. */
static obj_id atexit_object(const struct world *w, enum name name)
{
	obj_id module = dict_get(w, reg(w, REG_MODULES), name_object(N_ATEXIT));

	return module
		? dict_get(w, obj_field(w, module, MODULE_DICT), name_object(name))
		: 0;
}

static void call_functions(struct world *w, uint32_t f)
{
	obj_id registered = atexit_object(w, N_REGISTERED);

	if (!registered || !obj_n(w, registered)) {
		next_state(w, f, EXIT_COLLECT);
		return;
	}
	set_frame_state(w, f, EXIT_FUNCTIONS_ENDED);
	frame_push_call(
		w, f + FRAME_RESULT, atexit_object(w, N_RUN_EXITFUNCS), NULL, 0, 0);
}

/* The exception of one of them is printed; the others are still called. */
static void functions_ended(struct world *w, uint32_t f)
{
	static const char error[] = "Error in atexit._run_exitfuncs:\n";
	obj_id exception = reg(w, REG_EXCEPTION);

	set_word(w, f + FRAME_RESULT, 0);
	set_frame_state(w, f, EXIT_FUNCTIONS);
	if (!exception)
		return;
	if (py_at_least(w->dialect->version, 3, 10)) {
		frame_push_unraisable(
			w, atexit_object(w, N_RUNNING), UNRAISABLE_ATEXIT);
		return;
	}
	set_reg(w, REG_EXCEPTION, 0);
	output_write(w, 2, error, sizeof(error) - 1);
	traceback_print(w, exception, 0);
	drop(w, exception, NULL);
}

static void forget_exception(struct world *w, uint32_t f)
{
	obj_id exception = word(w, frame_slot(f, EXCEPTION));

	next_state(w, f, w->dialect->exit_by_name ? EXIT_UNDERSCORED : EXIT_MODULES);
	set_word(w, frame_slot(f, EXCEPTION), 0);
	if (exception)
		drop(w, exception, NULL);
}

static bool is_underscored(const struct world *w, obj_id name)
{
	const char *s = text_bytes(w, name);

	return s[0] == '_' && s[1] != '_';
}

/* _PyModule_Clear: sets one more name of __main__ to None. */
static void clear_name(struct world *w, uint32_t f, bool underscored)
{
	uint32_t position = frame_extra(w, f, POSITION);
	obj_id dict = reg(w, REG_MAIN);
	uint32_t i = word(w, position);

	for (; i < dict_entries(w, dict); i++) {
		obj_id name = dict_entry_key(w, dict, i);
		obj_id value = name ? dict_entry_value(w, dict, i) : OBJ_NONE;
		struct place p = {PLACE_GLOBAL, dict, i, name};
		obj_id old;

		if (value == OBJ_NONE || obj_kind(w, name) != KIND_BYTES)
			continue;
		if (underscored ? !is_underscored(w, name)
				: text_is(w, name, "__builtins__"))
			continue;
		set_word(w, position, i + 1);
		old = dict_set(w, dict, name, OBJ_NONE, &p);
		drop(w, old, &p);
		return;
	}
	set_word(w, position, 0);
	next_state(w, f, underscored ? EXIT_NAMES : EXIT_END);
}

/* __main__ leaves sys.modules; its dict is no root any more. */
static void give_up_main(struct world *w, uint32_t f)
{
	obj_id dict = reg(w, REG_MAIN);
	struct dict_probe p;
	obj_id key = 0, module = 0;
	uint64_t hash;

	hash_value(w, name_object(N_MAIN), &hash);
	dict_probe_start(w, reg(w, REG_MODULES), name_object(N_MAIN), hash, &p);
	if (dict_probe(w, reg(w, REG_MODULES), &p) == DICT_FOUND)
		dict_take(w, reg(w, REG_MODULES), p.entry, &key, &module);
	set_reg(w, REG_MAIN, 0);
	next_state(w, f, EXIT_COLLECT_MODULES);
	drop_all(w,
		(struct owned[]){{.object = key}, {.object = dict}, {.object = module}},
		3);
}

static void collect(struct world *w, uint32_t f)
{
	next_state(w, f, EXIT_FORGET);
	if (w->dialect->version.major == 2 || reg(w, REG_GC_ENABLED))
		gc_start(w, 2, false, 0);
}

void exit_step(struct world *w)
{
	uint32_t f = reg(w, REG_TOP);

	switch (frame_state(w, f)) {
	case EXIT_EXCEPTION:
		find_exception(w, f);
		break;
	case EXIT_ASK:
		ask(w, f);
		break;
	case EXIT_ASKED:
		take_answer(w, f);
		break;
	case EXIT_PRINT:
		show_exception(w, f);
		break;
	case EXIT_FUNCTIONS:
		call_functions(w, f);
		break;
	case EXIT_FUNCTIONS_ENDED:
		functions_ended(w, f);
		break;
	case EXIT_COLLECT:
		collect(w, f);
		break;
	case EXIT_FORGET:
		forget_exception(w, f);
		break;
	case EXIT_UNDERSCORED:
		clear_name(w, f, true);
		break;
	case EXIT_NAMES:
		clear_name(w, f, false);
		break;
	case EXIT_MODULES:
		give_up_main(w, f);
		break;
	case EXIT_COLLECT_MODULES:
		next_state(w, f, EXIT_END);
		gc_start_silently(w);
		break;
	default:
		frame_pop(w, 0);
		world_event(w,
			(struct event){.kind = EV_END, .now = reg(w, REG_EXIT_STATUS)});
		break;
	}
}
