# versions: 2.7 3.6 3.7 3.8 3.9 3.10 3.11 3.12 3.13
import gc
import sys
import weakref

gc.collect()
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


c = E("e1")
g = c
print(gc.collect(1))
c.c = c
c = None
print(len(gc.garbage))
print(list(reversed([3, "k"])), any([3 - 1]), all([]))
g.w = weakref.ref(g, watch("w2"))
c = G().b
g.c = iter(H(2))
print(names(gc.get_referents(c)))
d = D("d4")
c = c
kept = []


def g5():
    try:
        d = dict(a=None)
        undefined
    except Exception as e:
        kept.append(e)
    return 1


g5()
d.b = P.two(d)
d = S()
del c
d.b = g
g.c = g
refs.append(weakref.ref(d))
print(gc.collect(2))
g.a = B()
g.a = g
p = weakref.proxy(d)
print(gc.collect())
g.c = g
b = {"a": d, "key": d}
kept = []


def g7():
    try:
        f = R("r801")
        undefined
    except Exception as e:
        del kept[:]
    finally:
        print('finally')
    return 1


g7()
f = G()
del d
