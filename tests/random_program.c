#include "random_program.h"

#include <stdbool.h>

#include "prng.h"

enum type {
	TYPE_NONE,
	TYPE_LIST,
	TYPE_DICT,
	TYPE_NODE,
	TYPE_SAVER, /* its __del__ stores it in a global list */
	TYPE_OTHER,
	TYPES
};

enum {
	NAMES = 6,
	STATEMENTS = 12
};

struct writer {
	struct prng random;
	struct strbuf *out;
	enum type types[NAMES]; /* of the globals a, b, ... */
};

static const char head[] = "import gc, weakref\n"
			   "class Node(object):\n"
			   "    def __init__(self, other=None):\n"
			   "        self.other = other\n"
			   "saved = []\n"
			   "class Saver(object):\n"
			   "    def __del__(self):\n"
			   "        if len(saved) < 2:\n"
			   "            saved.append(self)\n"
			   "def ring(x):\n"
			   "    y = [x]\n"
			   "    y.append(y)\n"
			   "    return len(y)\n"
			   "def pair(x):\n"
			   "    p = Node(x)\n"
			   "    q = Node(p)\n"
			   "    p.other = q\n"
			   "    return q\n"
			   "def hold(x):\n"
			   "    def inner():\n"
			   "        return x\n"
			   "    return inner\n"
			   "def each(x):\n"
			   "    mine = [x]\n"
			   "    yield mine\n"
			   "    yield x\n"
			   "ref = None\n";

static char name_of(int i)
{
	return (char)('a' + i);
}

static void make(struct writer *w, int i)
{
	static const char *const texts[TYPES] = {[TYPE_NONE] = "None",
		[TYPE_LIST] = "[]",
		[TYPE_DICT] = "{}",
		[TYPE_NODE] = "Node()",
		[TYPE_SAVER] = "Saver()"};
	enum type type = (enum type)prng_range(&w->random, TYPE_LIST, TYPE_SAVER);

	strbuf_printf(w->out, "%c = %s\n", name_of(i), texts[type]);
	w->types[i] = type;
}

/* Name I refers to what name K does. */
static void tie(struct writer *w, int i, int k)
{
	char a = name_of(i), b = name_of(k);

	switch (w->types[i]) {
	case TYPE_LIST:
		strbuf_printf(w->out, "%c.append(%c)\n", a, b);
		break;
	case TYPE_DICT:
		strbuf_printf(
			w->out, "%c['k%d'] = %c\n", a, prng_range(&w->random, 0, 2), b);
		break;
	case TYPE_NODE:
	case TYPE_SAVER:
		strbuf_printf(
			w->out, "%c.x%d = %c\n", a, prng_range(&w->random, 0, 2), b);
		break;
	default:
		make(w, i);
		break;
	}
}

static void untie(struct writer *w, int i)
{
	char a = name_of(i);

	switch (w->types[i]) {
	case TYPE_LIST:
		strbuf_printf(w->out, "if %c: %c.pop()\n", a, a);
		break;
	case TYPE_DICT:
		strbuf_printf(w->out, "%c.clear()\n", a);
		break;
	case TYPE_NODE:
		strbuf_printf(w->out, "%c.other = None\n", a);
		break;
	default:
		make(w, i);
		break;
	}
}

static void call(struct writer *w, int i, int k)
{
	static const char *const texts[] = {"ring(%c)\n",
		"gen = each(%c)\n"
		"next(gen)\n",
		"for part in each(%c): last = part\n", "fun = hold(%c)\n",
		"try:\n    raise ValueError(%c)\nexcept ValueError:\n    pass\n"};

	if (prng_chance(&w->random, 25)) {
		strbuf_printf(w->out, "%c = pair(%c)\n", name_of(i), name_of(k));
		w->types[i] = TYPE_NODE;
		return;
	}
	strbuf_printf(w->out, texts[prng_below(&w->random, 5)], name_of(k));
}

/* A weak reference, or what one leads to. */
static void weakly(struct writer *w, int i)
{
	if (w->types[i] == TYPE_NODE && prng_chance(&w->random, 60)) {
		strbuf_printf(w->out, "ref = weakref.ref(%c)\n", name_of(i));
		return;
	}
	strbuf_printf(w->out, "%c = ref() if ref else None\n", name_of(i));
	w->types[i] = TYPE_OTHER;
}

static void statement(struct writer *w)
{
	int i = prng_range(&w->random, 0, NAMES - 1);
	int k = prng_range(&w->random, 0, NAMES - 1);

	switch (prng_below(&w->random, 12)) {
	case 0:
	case 1:
		make(w, i);
		break;
	case 2:
	case 3:
	case 4:
	case 5:
		tie(w, i, k);
		break;
	case 6:
		untie(w, i);
		break;
	case 7:
		call(w, i, k);
		break;
	case 8:
		weakly(w, i);
		break;
	case 9:
		strbuf_printf(w->out, "%c = %c\n", name_of(i), name_of(k));
		w->types[i] = w->types[k];
		break;
	case 10:
		strbuf_printf(w->out, "%c = None\n", name_of(i));
		w->types[i] = TYPE_NONE;
		break;
	default:
		strbuf_puts(w->out,
			prng_chance(&w->random, 40) ? "gc.collect()\n"
						    : "fun = gen = None\n");
		break;
	}
}

void random_program(uint64_t seed, struct strbuf *out)
{
	struct writer w = {.random = prng_seed(seed), .out = out};

	strbuf_puts(out, head);
	for (int i = 0; i < NAMES; i++)
		make(&w, i);
	for (int i = 0; i < STATEMENTS; i++)
		statement(&w);
	strbuf_puts(out, "end = 1\n");
}
