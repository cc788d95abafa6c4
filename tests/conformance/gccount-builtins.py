# how gc.get_count() moves: builtins
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
x = list()
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = list(ones)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = list(three)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = list(range(3))
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = list(table.items())
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = tuple()
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = tuple(ones)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = tuple(three)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = tuple(range(3))
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = tuple(group)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = dict()
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = dict(a=1)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = dict(a=1, b=[])
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = dict(pairs)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = dict([(1, 2)])
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = dict([[1, 2]])
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = set()
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = set(ones)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = set(three)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = set(table)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = frozenset(ones)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = frozenset(ice)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = range(3)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = range(1, 3)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = range(0, 10, 2)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = len(range(3))
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = enumerate(ones)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = enumerate(ones, 1)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = iter(ones)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = iter(three)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = iter(text)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = iter(table)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = iter(group)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = iter(nothing, None)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = iter(box)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = iter(Sequence())
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = sorted(table.items())
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = sum(ones)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = sum(ones, 5)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = sum([[1], [2]], [])
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = min(ones)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = max(ones)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = min(1, 2)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = max(1, 2, 3)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = max(pairs)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = any(ones)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = all(ones)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = abs(-1)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = abs(1.5)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = pow(2, 3)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = pow(2, 3, 5)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = int("5")
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = int(5.5)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = int()
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = int("ff", 16)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = int(box)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = float("1.5")
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = float(1)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = str(1)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = str(text)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = str()
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = str(ones)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = str(three)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = str(table)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = str(group)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = str(None)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = str(box)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = str(1.5)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = str(one) and 1
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = str(A)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = str(ValueError("a"))
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = repr(1)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = repr(text)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = repr(ones)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = repr([])
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = repr(())
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = repr(three)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = repr((1,))
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = repr([[1], [2]])
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = repr(table)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = repr({})
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = repr({"a": []})
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = repr(group)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = repr(set())
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = repr(ice)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = repr(box)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = repr([box])
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = repr(a) and 1
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = repr(one) and 1
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = repr(range(3))
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = repr(KeyError())
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = bool()
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = bool(1)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = bool([])
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = bool(ones)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = type(1)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = type(a)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = type(ones)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = type(a).__name__
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = type(a) is A
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = id(a)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = hash(1)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = hash(text)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = hash(three)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = hash(a)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = hash(box)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = hash(ice)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = len(ones)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = len(text)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = len(box)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = len(table)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = ord("a")
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = hex(255)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = oct(8)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = bin(3)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = isinstance(1, int)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = issubclass(bool, int)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = callable(one)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = globals()
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = locals()
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = vars()
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = vars(A)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = slice(1)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = slice(1, 2, 3)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = slice(3).indices(2)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = object()
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = super(B, b)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = super(B, b).__init__
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = property()
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = property(one)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = staticmethod(one)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = classmethod(one)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = b"abc"
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = divmod(big, 7)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
print("a")
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
print("a b")
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
print(1)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
print(ones)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
print(three)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
print(table)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
print(None)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
print(box)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
print(text)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
print(1.5)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
print(True)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
print("%s" % 1)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
print(len(ones))
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
print(b.get())
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
print([])
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
print({})
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
print(())
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
print("x" if a else "y")
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
print(str(1))
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
print(repr(text))
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
print([[1], {"a": (1, 2)}])
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))
