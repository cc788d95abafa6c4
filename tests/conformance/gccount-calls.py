# how gc.get_count() moves: calls
# versions: 2.7, 3.11
import gc
import sys
import weakref


class A(object):
    pass


class B(A):
    kind = 1

    def __init__(self, value=0):
        self.value = value

    def get(self):
        return self.value

    def give(self, *args, **named):
        return args

    @property
    def half(self):
        return self.value

    @staticmethod
    def still(x):
        return x

    @classmethod
    def whole(cls, x):
        return x


class S(object):
    __slots__ = ("x", "y")


class D(object):
    def __del__(self):
        pass


class Hooks(object):
    def __getattr__(self, name):
        if name == "none":
            raise AttributeError(name)
        return 1

    def __setattr__(self, name, value):
        pass

    def __delattr__(self, name):
        pass


class Box(object):
    def __init__(self):
        self.items = [1, 2, 3]

    def __len__(self):
        return 3

    def __getitem__(self, i):
        return self.items[i]

    def __setitem__(self, i, value):
        pass

    def __delitem__(self, i):
        pass

    def __contains__(self, x):
        return True

    def __iter__(self):
        return iter(self.items)

    def __call__(self, *args):
        return args

    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __lt__(self, other):
        return True

    def __hash__(self):
        return 1

    def __repr__(self):
        return "box"

    def __str__(self):
        return "Box"

    def __add__(self, other):
        return 1

    def __radd__(self, other):
        return 2

    def __iadd__(self, other):
        return self

    def __neg__(self):
        return 1

    def __bool__(self):
        return True

    __nonzero__ = __bool__

    def __int__(self):
        return 7

    def __index__(self):
        return 1

    def __enter__(self):
        return self

    def __exit__(self, *what):
        return True


class Count(object):
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n

    next = __next__


class Sequence(object):
    def __getitem__(self, i):
        if i > 2:
            raise IndexError(i)
        return i


def nothing():
    pass


def one(x):
    return x


def many(a, b=2, *rest, **named):
    return a


def inner():
    n = 1

    def f():
        return n
    return f


def numbers():
    yield 1
    yield 2
    yield 3


def fails():
    raise ValueError("no")


a = A()
b = B(3)
s = S()
s.x = 1
box = Box()
hooks = Hooks()
empty = []
ones = [1, 2, 3]
pairs = [(3, "c"), (1, "a"), (2, "b")]
words = "b a c"
table = {"a": 1, "b": 2}
group = set([1, 2, 3])
ice = frozenset([1, 2])
three = (1, 2, 3)
text = "some text"
big = 10 ** 30
closure = inner()
r = weakref.ref(a)
p = weakref.proxy(b)
add = lambda x, y: x + y
held = []
gc.disable()

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
nothing()
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
one(1)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
one(x=1)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
one([])
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
many(1)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
many(1, 2)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
many(1, b=2)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
many(1, 2, 3)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
many(1, 2, 3, 4, one)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
many(1, k=1)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
many(1, 2, 3, k=1, m=2)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
many(*three)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
many(**{"a": 1})
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
many(a=1)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
b.get()
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
B.get(b)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
b.give()
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
b.give(1, 2)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
b.give(k=1)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
b.still(1)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
b.whole(1)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
B.whole(1)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
box()
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
box(1, 2)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
closure()
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
add(1, 2)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
(lambda: 1)()
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
(lambda x=[]: x)()
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
inner()
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
inner()()
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = b.get; x()
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = b.get()
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = lambda: 1
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = lambda v=1: v
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = inner
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
one(one(one(1)))
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
many(one(1), one(2))
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
nothing() or nothing()
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = one; x(2)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
ones.append(1)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = ones.append; x(1)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
text.upper()
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
len(ones)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
id(ones)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
type(a)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
A()
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
B(1)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
D()
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
object()
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
for i in range(3): nothing()
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
for i in range(3): one(i)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

def rec(n):
    if n:
        rec(n - 1)
held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
rec(5)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

def rec(n):
    if n:
        rec(n - 1)
held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
rec(1)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

def outer():
    x = []
    y = {}
    z = A()
    return x
held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
outer()
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

def outer():
    return [i for i in range(3)]
held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
outer()
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

def outer():
    x = 1
    f = lambda: x
    return f()
held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
outer()
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

def outer():
    return locals()
held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
outer()
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

def outer(a, b, c, d, e):
    return (a, b, c, d, e)
held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = outer(1, 2, 3, 4, one)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
try:
    len()
except TypeError:
    pass
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
try:
    len(1)
except TypeError:
    pass
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
try:
    a()
except TypeError:
    pass
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
try:
    int("x")
except ValueError:
    pass
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
try:
    int([])
except TypeError:
    pass
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))
