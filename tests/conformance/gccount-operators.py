# how gc.get_count() moves: operators
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
x = 1 + 2
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = a is b
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = text + text
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = box + 1
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = 1 + box
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
box += 1
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = -box
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = box == 1
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = box != 1
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = box < 1
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = 1 in box
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = 1 in ones
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = 1 in table
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = 1 in group
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = "a" in text
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = 1 not in three
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = bool(box)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = not box
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
if box: pass
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
if ones: pass
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = 1 < 2 < 3
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = ones == [1, 2]
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = three < (1, 2)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = ones < [1]
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = group | ice
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = group & ice
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = group - ice
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = group ^ ice
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = ice | group
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = big + 1
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = big * big
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = 7 // 2
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = 7.5 * 2
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = 2 ** 100
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = divmod(7, 2)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = "%d" % 5
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = "%s" % text
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = "%s" % a.__class__.__name__
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = "%s %s" % (text, 1)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = "%r" % [1]
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = "%s" % ones
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = "%s" % box
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = "%(a)s" % table
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = "%s" % (three,)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = "%5.2f" % 1.5
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = "-" * 10
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = [one] * 3
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = a == b
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = a != b
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = 1 == 1.0
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = [] < [1]
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x = (1, one) < (1, nothing) if 0 else 1
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

x = [1]
held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x += [2]
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

x = [1]
held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x += (2, 3)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

x = [1]
held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x *= 2
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

x = set([1])
held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x |= set([2])
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

x = (1,)
held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x += (2, one)
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))

x = "a"
held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
n0 = gc.get_count()[0]
x += "b"
n1 = gc.get_count()[0]
print("count: %d" % (n1 - n0,))
