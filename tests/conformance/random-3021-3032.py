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


known = None
known = set(globals())
del saved[:], refs[:], gc.garbage[:]
for name in sorted(globals()):
    if name not in known:
        del globals()[name]
gc.collect()
gc.collect()
del saved[:], gc.garbage[:], name
print("# seed 3021")
a = D("d1")
f = C()
a = f
print(gc.get_count()[1:])
f.update({'b': f})
refs.append(weakref.ref(a))
refs.append(weakref.ref(f, collecting("w2")))
f["a"] = lambda: a
print(gc.collect(0))
f["a"] = G().b
a["key"] = f
for i in range(2):
    x = H(i)
    x.me = {x: x}
print(count_of(a, D))
f["b"] = a
refs.append(weakref.ref(a))
refs.append(weakref.ref(f, watch("w4")))
h = lambda: x
g = [a]
kept = []


def g6():
    try:
        a = D("d701")
        a.w = weakref.ref(a, collecting("w702"))
        d = R("r703")
        a, = 1, 2
    except Exception as e:
        print(e)
    finally:
        print('finally')
    return 1


g6()
print(len(weakref.getweakrefs(a)))
x.c = h
x.c = a
p = weakref.proxy(x)
print(sum(range(2)), max(2, 3), min([2, 5]), divmod(2, 3))
b = S()
e = lambda: h
g.extend([x for x in [e, 1] if x])
x.b = g
f["b"] = S()
a.update(k=a)
del a
del b
del e
del f
del g
del h
del x
print(gc.collect())
alive()
garbage()
del saved[:], refs[:], gc.garbage[:]
for name in sorted(globals()):
    if name not in known:
        del globals()[name]
gc.collect()
gc.collect()
del saved[:], gc.garbage[:], name
print("# seed 3022")
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
del saved[:], refs[:], gc.garbage[:]
for name in sorted(globals()):
    if name not in known:
        del globals()[name]
gc.collect()
gc.collect()
del saved[:], gc.garbage[:], name
print("# seed 3023")
g = P.two
d = E("e2")
d.b = D("d3")
alive()
f = g
print(gc.collect(0))
del d
e = E("e4")
del f
e = set([1, 2])
g = P.two
del g
h = A()
def f6():
    d = A()
    refs.append(weakref.ref(d))
    p = weakref.proxy(d)
    print(gc.collect(0))
    print(gc.collect())
    del d
    c = B()
    return c


f6()
b = {"k": h}
h.me = b
h = []
g = A()
if gc.garbage and hasattr(gc.garbage[0], "a"):
    del gc.garbage[0].a
f = A()
h.append(R("r8"))
if hasattr(f, "c"):
    del f.c
f = G()
b = D("d9")
refs.append(weakref.ref(b, collecting("w10")))
b = tuple([h])
f.me = e
f.b = []
print(gc.collect(2))
f = e
del b
del e
del f
del g
del h
print(gc.collect())
alive()
garbage()
del saved[:], refs[:], gc.garbage[:]
for name in sorted(globals()):
    if name not in known:
        del globals()[name]
gc.collect()
gc.collect()
del saved[:], gc.garbage[:], name
print("# seed 3024")
b = S2()
b = None
g = list((None,))
g.append(g)
g.append(g)
g.append(g)
print(gc.collect(0))
g[:] = g[:]
g.append(g)
g.append(g)
c = dict(a=g)
c["k"] = g
del g[:]
g.append(g)
h = B()
c = g
print(list(enumerate("b")))
del c
g.append(property(lambda self: g))
print("k".upper().replace("A", "b") + repr(4 // 2))
print(len(saved))
f = A()
if h in g:
    g.remove(h)
h = X("x1")
b = list((f,))
for i in range(1):
    x = {}
    x["k"] = {"k": x}
g.append(b)
def f2():
    d = {}
    d["key"] = d
    d["k"] = d
    d["key"] = d


f2()
for i in range(1):
    x = A()
    x.a = x
del f
del saved[:], refs[:], gc.garbage[:]
for name in sorted(globals()):
    if name not in known:
        del globals()[name]
gc.collect()
gc.collect()
del saved[:], gc.garbage[:], name
print("# seed 3025")
e = P.two
e = frozenset([H(1), 3])
del e
print(len(gc.garbage))
c = E("e1")
c.b = c
alive()
refs.append(weakref.ref(c, collecting("w2")))
print("k".upper().replace("A", "b") + repr(9 // 2))
if hasattr(c, "b"):
    del c.b
f = M("m3")
if hasattr(f, "me"):
    del f.me
if saved:
    saved.pop()
f.c = D("d4")
for i in range(2):
    x = ([], i)
    x[0].append(x)
print(len(weakref.getweakrefs(f)))
del x
c.b = keep_all(f, k=c)
g = f
print("-".join(sorted([str(3), "k", "z" * 3])))
g.w = weakref.ref(g, watch("w6"))
f = {}
c = f
if hasattr(g, "a"):
    del g.a
kept = []


def g7():
    try:
        c = G()
        c.me = c
        raise X
    except Exception as e:
        raise
    return 1


try:
    g7()
except Exception as e:
    print(type(e).__name__)
def f9():
    g = A()
    g.c = g


f9()
print(names(gc.get_referents(g)))
d = S2()
del g
def f11():
    e = A()
    print(gc.collect(0))
    e.a = e
    if hasattr(e, "a"):
        del e.a


f11()
del c
del d
del f
print(gc.collect())
alive()
garbage()
del saved[:], refs[:], gc.garbage[:]
for name in sorted(globals()):
    if name not in known:
        del globals()[name]
gc.collect()
gc.collect()
del saved[:], gc.garbage[:], name
print("# seed 3026")
c = iter({1: None})
garbage()
f = c
for i in f:
    break
c = G()
class K2:
    def get(self):
        return self


e = K2()
e.a = e
K2.me = K2
del K2
print(names(gc.get_referents(f)))
g = L()
if hasattr(e, "a"):
    del e.a
c = None
del f
print(gc.get_count()[1:])
f = iter((g,))
e.b = g
a = keep_all(e, k=e)
e = f
refs.append(weakref.ref(g))
del g
a.c = e
c = e
f = M("m4")
a = (f,)
def f5():
    d = [None]
    f = A()
    f.a = T((f, 1))
    return d


f5()
d = (f,)
a = f
print(sorted(vars(a)))
def f7():
    a = A()
    a = D("d801")
    c = E("e802")
    c.c = a


f7()
a.me = f
with H(3):
    raise ValueError(1)
f.me = A()
del saved[:], refs[:], gc.garbage[:]
for name in sorted(globals()):
    if name not in known:
        del globals()[name]
gc.collect()
gc.collect()
del saved[:], gc.garbage[:], name
print("# seed 3027")
a = S()
a.b = a
a.a = a
f = [a]
c = C()
refs.append(weakref.ref(c, watch("w1")))
if hasattr(a, "b"):
    del a.b
print(len(saved))
a.b = S()
f.append([f, f])
if hasattr(a, "b"):
    del a.b
d = R("r2")
refs.append(weakref.ref(a, watch("w3")))
d = M("m4")
kept = []


def g5():
    try:
        h = D("d601")
        h.a = h
        if hasattr(h, "a"):
            del h.a
        int('z')
    except Exception as e:
        print(type(e).__name__)
    return 1


g5()
g = S()
if gc.garbage and hasattr(gc.garbage[0], "a"):
    del gc.garbage[0].a
a = keep_all([g], [a])
d.me = P.make
c["key"] = a
g.a = f
f.append(c)
g.b = S()
with H(3):
    raise ValueError(1)
e = A()
g = B()
for i in range(1):
    x = ([], i)
    x[0].append(x)
with H(3):
    raise ValueError(1)
g.me = g
g.b = a
del saved[:], refs[:], gc.garbage[:]
for name in sorted(globals()):
    if name not in known:
        del globals()[name]
gc.collect()
gc.collect()
del saved[:], gc.garbage[:], name
print("# seed 3028")
d = R("r1")
print(count_of(d, tuple))
d.b = d
f = [d].append
print(len(gc.garbage))
f = d
b = d
del b
c = gen_finally("g2", d)
refs.append(weakref.ref(f, watch("w3")))
e = c
g = R("r4")
if hasattr(d, "a"):
    del d.a
h = f
e = g
alive()
d.b = frozenset([H(1), 3])
print(gc.collect(2))
print(gc.collect(2))
c = None
print(gc.collect(0))
a = h
g.b = keep(h, h)
b = super(B, B())
refs.append(weakref.ref(a))
refs.reverse()
print(count_of(a, A))
e.b = tuple([d])
f = D("d6")
f = keep(b, g)
del saved[:], refs[:], gc.garbage[:]
for name in sorted(globals()):
    if name not in known:
        del globals()[name]
gc.collect()
gc.collect()
del saved[:], gc.garbage[:], name
print("# seed 3029")
c = B()
c.b = B()
a = S()
class K1(list):
    pass


g = K1()
g.a = g
del K1
g.b = A()
a = D("d2")
print(count_of(a, dict))
f = lambda: a
e = D("d4")
f.b = f
with H(2), H(1) as m:
    m.m = m
del m
refs.append(weakref.ref(g))
a.b = keep_all([c], [f])
if hasattr(c, "b"):
    del c.b
h = X("x7")
print(gc.collect())
e.a = h
def f8():
    f = set([1, 2])
    g = G()
    del g
    e = A()
    d = T((e, 1))
    g = R("r901")
    return d


f8()
refs.append(weakref.ref(c))
a = None
print(list(enumerate("a")))
g.me = e
print(names(gc.get_referents(e)))
print(gc.collect())
for i in range(1):
    x = ([], i)
    x[0].append(x)
h = gen(g)
del h
h = S2()
print(len(saved))
e.me = e
del c
del e
del f
del g
del h
del x
print(gc.collect())
alive()
garbage()
del saved[:], refs[:], gc.garbage[:]
for name in sorted(globals()):
    if name not in known:
        del globals()[name]
gc.collect()
gc.collect()
del saved[:], gc.garbage[:], name
print("# seed 3030")
b = S()
print(gc.collect(0))
def f1():
    a = R("r201")
    a.a = {"k": a}
    if hasattr(a, "c"):
        del a.c
    if hasattr(a, "a"):
        del a.a
    return a


f1()
p = weakref.proxy(b)
b.b = b
d = G()
a = enumerate([b])
d.me = b
b.a = a
a = list((d,))
refs.append(weakref.ref(b))
d.me = b
refs.reverse()
b = None
d.b = d
a.extend([x for x in [d, 1] if x])
a = E("e4")
def f5():
    c = R("r601")
    c.a = E("e602")
    del c
    h = H(2)(None)
    h.append(h)
    h = S()
    e = lambda: h
    return h


f5()
a.c = d
e = keep_all(a, k=a)
e.a = a
del d
f = a
refs.append(weakref.ref(a))
g = f
e.b = a
f.me = E("e7")
print(len(saved))
if gc.garbage and hasattr(gc.garbage[0], "a"):
    del gc.garbage[0].a
g.b = e
del saved[:], refs[:], gc.garbage[:]
for name in sorted(globals()):
    if name not in known:
        del globals()[name]
gc.collect()
gc.collect()
del saved[:], gc.garbage[:], name
print("# seed 3031")
g = iter({1: None})
g = None
b = [None]
b.append(b)
b.append(b)
del b[::2]
class K2(S):
    __slots__ = ('a', 'q')


d = K2()
d.a = d
K2.me = K2
del K2
h = A()
g = property(lambda self: d)
h.a = b
a = M("m3")
del a
d.a = b
if hasattr(h, "c"):
    del h.c
print(gc.collect(1))
b = S()
d.a = E("e4")
refs.reverse()
def f5():
    d = D("d601")
    h = A()
    h.c = h
    b = frozenset([H(1), 3])


f5()
del d
h = R("r7")
h, g = g, h
print(count_of(h, list))
print(gc.collect(1))
g.b = g
for i in range(1):
    x = ([], i)
    x[0].append(x)
b.b = (b,)
alive()
print(gc.collect())
g.b = h
del b
del g
del h
del x
print(gc.collect())
alive()
garbage()
del saved[:], refs[:], gc.garbage[:]
for name in sorted(globals()):
    if name not in known:
        del globals()[name]
gc.collect()
gc.collect()
del saved[:], gc.garbage[:], name
print("# seed 3032")
b = A()
del b
def f1():
    b = G().b
    b.append(b)
    h = gen(b)


f1()
e = M("m3")
p = weakref.proxy(e, watch("w4"))
e.me = e
refs.append(weakref.ref(e, collecting("w5")))
d = e
d = G().b
print(names(gc.get_referents(d)))
del e
a = d
b = P()
refs.append(weakref.ref(b, watch("w6")))
a = P()
if hasattr(b, "b"):
    del b.b
d.append([a, b])
kept = []


def g7():
    try:
        d = keep_all(None, k=None)
        d.a = d
        f = d
        a, = 1, 2
    except Exception as e:
        raise
    finally:
        print('finally')
    return 1


try:
    g7()
except Exception as e:
    print(type(e).__name__)
d += [d]
b.me = D("d9")
b.c = list((b,))
def f10():
    e = keep_all(None, k=None)
    f = A()
    f = B().get
    f = []
    f = f
    e = T((f, 1))
    a = [f, e]


f10()
f = a
del d[:]
del saved[:]
if saved:
    saved.pop()
b.a = a
if hasattr(a, "c"):
    del a.c
print(gc.collect(0))
f.a = a
del a
del b
del d
del f
print(gc.collect())
alive()
garbage()
