"""Makes random programs about objects, for tests/fuzz_programs.py.

    Maker(seed, auto, version).program(length)      a list of statements
    HEAD, PRELUDE                                   what stands before them

The same arguments always make the same program.  A program prints only what does not
depend on addresses: no order of a set or a 2.7 dict of objects that are hashed by them.
"""

import random

# Always there: what the start of the interpreter has left is collected.
HEAD = '''\
import gc
import sys
import weakref

gc.collect()
'''

PRELUDE = '''\
class A(object):
    pass


class B(A):
    def get(self):
        return self


class D(object):
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del %s" % self.name)

    def get(self):
        return self.name


class E(D):
    def __del__(self):
        print("del E %s" % self.name)
        self.name = None
        if hasattr(self, "a"):
            del self.a


class R(D):
    def __del__(self):
        print("saving %s" % self.name)
        if self.name != "once":
            self.name = "once"
            saved.append(self)


class S(object):
    __slots__ = ("a", "b", "__weakref__")


class S2(S):
    __slots__ = ("c",)

    def __del__(self):
        print("del S2 %s" % hasattr(self, "c"))


class S3(S):
    pass


class M(B, D):
    def __init__(self, name):
        D.__init__(self, name)
        self.made = [self.get]


class P(object):
    @property
    def a(self):
        return self._a

    @a.setter
    def a(self, value):
        print("set a")
        self._a = value

    @a.deleter
    def a(self):
        del self._a

    @classmethod
    def make(cls):
        return cls()

    @staticmethod
    def two(x):
        return (x, x)


class G(object):
    def __init__(self):
        self.log = []

    def __getattr__(self, name):
        if name in ("b", "c"):
            return [name, self]
        raise AttributeError(name)


class H(object):
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return isinstance(other, H) and self.n == other.n

    def __ne__(self, other):
        return not self == other

    def __hash__(self):
        return self.n

    def __lt__(self, other):
        return self.n < other.n

    def __repr__(self):
        return "H(%d)" % self.n

    def __len__(self):
        return self.n

    def __call__(self, *args):
        return [self] + list(args)

    def __getitem__(self, i):
        if i >= self.n:
            raise IndexError(i)
        return H(i)

    def __enter__(self):
        print("enter %d" % self.n)
        return self

    def __exit__(self, kind, value, tb):
        print("exit %s" % (kind and kind.__name__))
        return self.n == 3

    def __add__(self, other):
        return H(self.n + 1)


class L(list):
    pass


class C(dict):
    def __missing__(self, key):
        print("missing %s" % key)
        return self


class T(tuple):
    pass


class X(Exception):
    def __del__(self):
        print("del X")


def watch(name):
    def callback(ref):
        print("callback %s %s" % (name, ref() is None))
    return callback


def collecting(name):
    def callback(ref):
        print("callback %s collects %d" % (name, gc.collect()))
    return callback


def keep(x, y):
    def kept():
        return x
    return kept


def keep_all(*args, **kwargs):
    def kept(extra=args):
        return args, kwargs, kept
    return kept


def gen(x, y=None):
    local = [x]
    got = yield local
    while got is not None:
        got = yield (got, y)


def gen_finally(name, x):
    try:
        yield x
        yield name
    finally:
        print("finally %s" % name)


def fail(x):
    local = [x]
    raise X(local, x)


def catch(x):
    try:
        fail(x)
    except X as e:
        return e


def garbage():
    for thing in gc.garbage:
        print("garbage %s" % type(thing).__name__)


def alive():
    seen = []
    for ref in refs:
        seen.append(ref() is not None)
    print(seen)


def names(things):
    found = []
    for thing in things:
        found.append(type(thing).__name__)
    return found


def count_of(thing, kind):
    found = 0
    for other in gc.get_referrers(thing):
        found += type(other) is kind
    return found


saved = []
refs = []
gc.collect()
'''

# How to make one of each kind of instance; %d is a number of its own.
INSTANCES = {
    "A": "A()", "B": "B()", "D": 'D("d%d")', "E": 'E("e%d")', "R": 'R("r%d")',
    "S": "S()", "S2": "S2()", "S3": "S3()", "M": 'M("m%d")', "P": "P()", "G": "G()",
    "H": "H(%d %% 5)", "L": "L()", "C": "C()", "X": 'X("x%d")',
}
COMMON = ["A", "A", "B", "D", "D", "E", "R", "S"]
NAMES = ["a", "b", "c", "d", "e", "f", "g", "h"]
SLOTS = {"S": ["a", "b"], "S2": ["a", "b", "c"]}
ATTRIBUTES = ["a", "b", "c", "me"]
KEYS = ["a", "b", "k", "key"]
WEAK = ["A", "B", "D", "E", "R", "S", "S2", "S3", "M", "P", "G", "H", "L", "C", "X",
        "function", "class"]
LISTS = ["list", "L"]
DICTS = ["dict", "C"]

LIST_CHANGES = [
    "if {0}:\n    {0}.pop()", "if {0}:\n    {0}.pop(0)", "del {0}[:]", "{0}.reverse()",
    "{0}[1:] = []", "{0}.insert(0, {1})", "{0} += [{1}]", "{0}[:1] = [{1}, {1}]",
    "{0}.extend([{1}])", "{0}[:] = {0}[:]", "{0}.append({0})\n{0}.reverse()",
    "{0}.extend([x for x in [{1}, 1] if x])", "del {0}[::2]", "{0} *= 2\ndel {0}[2:]",
    "if {1} in {0}:\n    {0}.remove({1})",
]
DICT_CHANGES = [
    'if "{2}" in {0}:\n    del {0}["{2}"]', '{0}.pop("{2}", None)', "{0}.clear()",
    "{0}.update({{'{2}': {1}}})", '{0}.setdefault("{2}", []).append({1})',
    "{0}.update({2}={1})", "print(len({0}.copy()))", "{0}[1, {2!r}] = {1}",
    "print(sorted(str(k) for k in {0}))", "{0}.get({2!r})",
]
FORMATS = [
    'print("%s %5d|%-6s|%x" % ("{k}", {n}, {n} * 2, {n}))',
    'print("{{0}} {{1:>4}} {{n!r}}".format({n}, "{k}", n={n}.5))',
    'print("%r %r" % ([{n}, "{k}"], ({n}, None)))',
    'print("-".join(sorted([str({n}), "{k}", "z" * {n}])))',
    'print(sorted([H({n} % 5), H(2), H({n} % 3)]))',
    'print(sorted(set([{n}, {n} % 7, 3, 1])))',
    'print([x * x for x in range({n} % 6)])',
    'print(sorted(dict((x, x + {n}) for x in range(4)).items()))',
    'print("{k}".upper().replace("A", "b") + repr({n} // 2))',
    'print(sum(range({n})), max({n}, 3), min([{n}, 5]), divmod({n}, 3))',
    'print(list(enumerate("{k}")))',
    'print(list(reversed([{n}, "{k}"])), any([{n} - 1]), all([]))',
]
MODERN = [
    'print(f"{{{n}:>3}} {k!r} {{[1, {n}]}}")',
    "print({{**{{1: {n}}}, 2: 3}}, [*range({n} % 4), 9])",
    "first, *rest = [{n}, 2, 3]\nprint(first, rest)",
    "print([(x, y) for x in range(2) for y in [{n}]])",
]


# Of programs with automatic collections; how often their loops run then.
THRESHOLDS = ["50, 3, 3", "50, 3, 3", "20, 2, 2", "700, 10, 10"]
LOOPS = {"700, 10, 10": [30, 100, 300]}


class Maker:
    """Makes statements; knows what kind of object each name refers to now."""

    def __init__(self, seed, auto, version="3.11"):
        self.random = random.Random(seed)
        self.auto = auto
        self.version = version
        self.two = version == "2.7"
        self.loops = [1, 2, 3]
        self.kind = {}
        self.serial = 0

    def choice(self, things):
        return self.random.choice(things)

    def any_name(self, kinds=None):
        names = sorted(n for n, k in self.kind.items() if kinds is None or k in kinds)
        return self.choice(names) if names else None

    def new_serial(self):
        self.serial += 1
        return self.serial

    def attribute(self, kind):
        return self.choice(SLOTS.get(kind, ATTRIBUTES))

    def instance(self, kind):
        text = INSTANCES[kind]
        return text % self.new_serial() if "%" in text else text

    def container(self, x, y):
        return self.choice([
            ("list", "[]"), ("list", "[%s]" % x), ("list", "[%s, %s]" % (x, y)),
            ("list", "[i for i in (%s, %s)]" % (x, y)), ("list", "list((%s,))" % x),
            ("dict", "{}"), ("dict", '{"k": %s}' % x),
            ("dict", '{"a": %s, "key": %s}' % (x, y)), ("dict", "dict(a=%s)" % x),
            ("tuple", "(%s,)" % x), ("tuple", "(%s, %s)" % (x, y)),
            ("tuple", "T((%s, 1))" % x), ("tuple", "(1, (2, %s))" % x),
            ("tuple", "tuple([%s])" % x), ("set", "set([1, 2])"),
            ("set", "frozenset([H(1), 3])"), ("other", "slice(%s, None)" % x)])

    def callable(self, x, y):
        return self.choice([
            ("function", "keep(%s, %s)" % (x, y)), ("function", "lambda: %s" % x),
            ("function", "keep_all(%s, k=%s)" % (x, y)),
            ("function", "lambda x=%s: x" % x),
            ("method", "%s.get" % self.instance(self.choice(["B", "D", "M"]))),
            ("method", "[%s].append" % x), ("method", "P.make"), ("method", "P.two")])

    def iterator(self, x, y):
        number = self.new_serial()
        return self.choice([
            ("generator", "gen(%s)" % x), ("generator", "gen(%s, %s)" % (x, y)),
            ("generator", 'gen_finally("g%d", %s)' % (number, x)),
            ("iterator", "(i for i in [%s])" % x), ("iterator", "iter([%s, 1])" % x),
            ("iterator", "iter((%s,))" % x), ("iterator", "iter({1: %s})" % x),
            ("iterator", "enumerate([%s])" % x), ("iterator", "reversed([%s, 2])" % x),
            ("iterator", "iter(H(2))"),
            ("other", "%s([%s], [%s])" % (self.lazily("zip"), x, y)),
            ("other", "%s(lambda i: i, [%s])" % (self.lazily("map"), x))])

    def lazily(self, name):
        """A function that makes an iterator; 2.7's makes a list."""
        return "keep_all" if self.two else name

    def special(self, x, y):
        return self.choice([
            ("X", "catch(%s)" % x), ("exception", "ValueError(%s)" % x),
            ("other", "weakref.ref(D)"), ("other", "property(lambda self: %s)" % x),
            ("other", "staticmethod(keep)"), ("other", "super(B, B())"),
            ("class", 'type("N", (A,), {"x": %s})' % x),
            ("P", "P.make()"), ("tuple", "P.two(%s)" % x), ("list", "H(2)(%s)" % x),
            ("H", "H(1) + H(2)"), ("list", "G().b")])

    def expression(self):
        """A new object: its kind and its text."""
        choice = self.random.random()
        x = self.any_name() or "None"
        y = self.any_name() or "None"
        if choice < 0.30:
            kind = self.choice(COMMON)
            return kind, self.instance(kind)
        if choice < 0.50:
            kind = self.choice(sorted(INSTANCES))
            return kind, self.instance(kind)
        if choice < 0.74:
            return self.container(x, y)
        if choice < 0.84:
            return self.callable(x, y)
        return self.iterator(x, y) if choice < 0.93 else self.special(x, y)

    def bind(self):
        name = self.choice(NAMES)
        kind, text = self.expression()
        self.kind[name] = kind
        return "%s = %s" % (name, text)

    def alias(self):
        old = self.any_name()
        new = self.choice(NAMES)
        if old is None:
            return self.bind()
        other = self.any_name()
        if self.random.random() < 0.2 and other != old:
            self.kind[old], self.kind[other] = self.kind[other], self.kind[old]
            return "%s, %s = %s, %s" % (old, other, other, old)
        self.kind[new] = self.kind[old]
        return "%s = %s" % (new, old)

    def unbind(self):
        name = self.any_name()
        if name is None:
            return self.bind()
        del self.kind[name]
        return self.choice(["del %s", "del %s", "del %s", "%s = None"]) % name

    def stored(self, name, value):
        kind = self.kind[name]
        if kind in LISTS:
            return "%s.append(%s)" % (name, value)
        if kind in DICTS:
            return '%s["%s"] = %s' % (name, self.choice(KEYS), value)
        return "%s.%s = %s" % (name, self.attribute(kind), value)

    def store(self):
        name = self.any_name(sorted(INSTANCES) + ["list", "dict", "function", "class"])
        value = self.any_name()
        return self.stored(name, value) if name else self.bind()

    def store_new(self):
        name = self.any_name(sorted(INSTANCES) + ["list", "dict"])
        return self.stored(name, self.expression()[1]) if name else self.bind()

    def remove(self):
        name = self.any_name(sorted(INSTANCES) + ["list", "dict"])
        if name is None:
            return self.bind()
        kind = self.kind[name]
        value = self.any_name()
        if kind in LISTS:
            return self.choice(LIST_CHANGES).format(name, value)
        if kind in DICTS:
            return self.choice(DICT_CHANGES).format(name, value, self.choice(KEYS))
        return "if hasattr({0}, \"{1}\"):\n    del {0}.{1}".format(
            name, self.attribute(kind))

    def weak(self):
        name = self.any_name(WEAK)
        if name is None:
            return self.bind()
        tail = self.choice(
            ["", "", ', watch("w%d")', ', watch("w%d")', ', collecting("w%d")'])
        if tail:
            tail = tail % self.new_serial()
        made = "weakref.ref(%s%s)" % (name, tail)
        if self.random.random() < 0.15:
            return "p = weakref.proxy(%s%s)" % (name, tail)
        if self.kind[name] not in SLOTS and self.random.random() < 0.25:
            return "%s.w = %s" % (name, made) if self.kind[name] not in (
                LISTS + DICTS) else "refs.append(%s)" % made
        return "refs.append(%s)" % made

    def collect(self):
        return "print(gc.collect(%s))" % self.choice(["", "", "0", "0", "1", "2"])

    def look(self):
        name = self.any_name()
        choices = ["alive()", "garbage()", "print(gc.get_count()[1:])",
                   "print(len(saved))", "print(len(gc.garbage))"]
        if name:
            choices += ["print(gc.is_tracked(%s))" % name,
                        "print(sys.getrefcount(%s))" % name,
                        "print(names(gc.get_referents(%s)))" % name,
                        "print(count_of(%s, %s))" % (
                            name, self.choice(["list", "dict", "tuple", "A", "D"]))]
        if name and self.kind[name] in WEAK:
            choices += ["print(weakref.getweakrefcount(%s))" % name,
                        "print(len(weakref.getweakrefs(%s)))" % name]
        if name and self.kind[name] in ("A", "B", "D", "M", "G", "S3"):
            choices += ["print(sorted(vars(%s)))" % name, "%s.__dict__" % name,
                        "print(hasattr(%s, 'zz'))" % name]
        if not self.two and self.version not in ("3.6", "3.7", "3.8") and name:
            choices += ["print(gc.is_finalized(%s))" % name]
        return self.choice(choices)

    def clean(self):
        return self.choice(
            ["del saved[:]", "del refs[:]", "del gc.garbage[:]", "refs.reverse()",
             "if gc.garbage and hasattr(gc.garbage[0], \"a\"):\n    del gc.garbage[0].a",
             "if saved:\n    saved.pop()"])

    def body(self, low, high):
        """Statements for the inside of a function, and the names bound there."""
        inner = Maker(self.random.random(), False, self.version)
        inner.serial = self.new_serial() * 100
        lines = [inner.statement(local=True)
                 for _ in range(self.random.randint(low, high))]
        return lines, inner

    def call(self):
        """A function with locals, defined and called at once."""
        number = self.new_serial()
        lines, inner = self.body(2, 7)
        last = inner.any_name()
        if last and self.random.random() < 0.4:
            lines.append("return %s" % last)
        body = "\n".join(lines).replace("\n", "\n    ")
        return "def f%d():\n    %s\n\n\nf%d()" % (number, body, number)

    def raising(self):
        """An exception that passes through a function with locals."""
        number = self.new_serial()
        lines, inner = self.body(1, 3)
        lines.append(self.choice(
            ["raise ValueError(%r)" % "v", "{}['k']", "None.x", "[][1]", "1 / 0",
             "fail(1)", "undefined", "int('z')", "raise X", "a, = 1, 2"]))
        body = "\n".join(lines).replace("\n", "\n        ")
        after = self.choice(
            ["print(type(e).__name__)", "kept.append(e)", "print(e)", "raise",
             "kept.append(sys.exc_info())", "del kept[:]"])
        tail = self.choice(["", "finally:\n        print('finally')\n    "])
        outer = ("kept = []\n\n\ndef g{0}():\n    try:\n        {1}\n"
                 "    except Exception as e:\n        {2}\n    {3}return 1\n\n\n")
        if after == "raise":
            outer += "try:\n    g{0}()\nexcept Exception as e:\n    print(type(e).__name__)"
        else:
            outer += "g{0}()"
        return outer.format(number, body, after, tail)

    def managed(self):
        x = self.any_name() or "None"
        return self.choice([
            "with H({0}) as m:\n    m.a = {1}", "with H(3):\n    raise ValueError(1)",
            "with H(2), H(1) as m:\n    m.m = m\ndel m"]).format(self.new_serial(), x)

    def advance(self):
        name = self.any_name(["generator", "iterator"])
        if name is None:
            return self.bind()
        if self.kind[name] == "iterator":
            return self.choice(["next({0}, None)", "for i in {0}:\n    break",
                                "print(len(list({0})))"]).format(name)
        value = self.any_name()
        return self.choice(
            ["next({0}, None)", "next({0}, None)", "next({0}, [{0}])", "{0}.close()",
             "for i in {0}:\n    break",
             "try:\n    {0}.throw(ValueError)\nexcept ValueError:\n    print('thrown')",
             "x = next({0}, None)\nif x:\n    x.append({1}) if isinstance(x, list) else 0",
             "try:\n    {0}.send(None)\nexcept StopIteration:\n    print('stopped')"]
        ).format(name, value)

    def loop(self):
        kind = self.choice(["A", "D", "list", "dict", "tuple", "function", "S", "H"])
        body = {
            "A": "x = A()\n    x.a = x",
            "D": 'x = D("l%d" % i)\n    x.a = [x]',
            "list": "x = []\n    x.append([x, i])",
            "dict": 'x = {}\n    x["k"] = {"k": x}',
            "tuple": "x = ([], i)\n    x[0].append(x)",
            "function": "def x(y=[]):\n        y.append(x)\n    x()",
            "S": "x = S()\n    x.a = [x]",
            "H": "x = H(i)\n    x.me = {x: x}",
        }[kind]
        self.kind["x"] = kind
        return "for i in range(%d):\n    %s" % (
            self.choice(self.loops), body)

    def make_class(self):
        number = self.new_serial()
        body = self.choice(
            ["pass", "attr = []", "def get(self):\n        return self",
             "__slots__ = ('a', 'q')", "@property\n    def q(self):\n        return 1",
             "def __del__(self):\n        print('del K')",
             "a = 1\n\n    class In(object):\n        pass",
             "def __init__(self):\n        super(K%d, self).__init__()" % number])
        bases = self.choice(["object", "A", "S", "B, S3" if "slots" not in body else "A",
                             "list" if "slots" not in body else "object"])
        if self.two and self.random.random() < 0.2 and "super" not in body:
            bases = ""
        text = "class K%d%s:\n    %s\n\n\n" % (
            number, bases and "(%s)" % bases, body)
        name = self.choice(NAMES)
        self.kind[name] = "S" if "slots" in body else "A"
        end = self.choice(["del K{1}", "", "K{1}.me = K{1}\ndel K{1}"])
        return text + ("{0} = K{1}()\n{0}.a = {0}\n" + end).format(name, number).strip()

    def text(self):
        choices = FORMATS if self.two else FORMATS + MODERN
        return self.choice(choices).format(
            n=self.random.randint(0, 9), k=self.choice(KEYS))

    def threshold(self):
        if not self.auto:
            return self.collect()
        chosen = self.choice(THRESHOLDS)
        self.loops = LOOPS.get(chosen, [2, 5, 30])
        return "gc.set_threshold(%s)" % chosen

    def statement(self, local=False):
        makers = [(self.bind, 14), (self.alias, 4), (self.unbind, 8), (self.store, 16),
                  (self.store_new, 8), (self.remove, 6), (self.weak, 6),
                  (self.collect, 1 if self.auto else 5), (self.advance, 3)]
        if not local:
            makers += [(self.look, 7), (self.clean, 2), (self.call, 3), (self.loop, 2),
                       (self.raising, 2), (self.managed, 1), (self.text, 2)]
            # With automatic collections, classes are made before the first collection.
            makers += ([(self.loop, 6), (self.threshold, 1)] if self.auto
                       else [(self.make_class, 2), (self.threshold, 1)])
        total = sum(weight for _, weight in makers)
        at = self.random.random() * total
        for maker, weight in makers:
            at -= weight
            if at < 0:
                return maker()
        return self.bind()

    def program(self, length):
        lines = [self.threshold()] if self.auto else []
        lines += [self.statement() for _ in range(length)]
        if self.auto:
            lines.append("gc.set_threshold(0)")
        if self.random.random() < 0.5:
            lines += self.farewell()
        return lines

    def farewell(self):
        lines = ["del %s" % name for name in sorted(self.kind)]
        return lines + ["print(gc.collect())", "alive()", "garbage()"]
