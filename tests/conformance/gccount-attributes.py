# how gc.get_count() moves: attributes
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
x = gc.collect
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
try:
    gc.none
except AttributeError:
    pass
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))
