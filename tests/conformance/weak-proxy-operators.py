# a proxy in operators, subscripts, loops and conversions
from __future__ import print_function

import weakref


class Number(object):
    def __init__(self, value):
        self.value = value

    def __add__(self, other):
        return ("add", self.value, getattr(other, "value", other))

    def __radd__(self, other):
        return ("radd", self.value, other)

    def __neg__(self):
        return ("neg", self.value)

    def __iadd__(self, other):
        self.value += other
        return self

    def __eq__(self, other):
        return self.value == getattr(other, "value", other)

    def __lt__(self, other):
        return self.value < other.value

    def __bool__(self):
        return self.value != 0

    __nonzero__ = __bool__

    def __str__(self):
        return "Number %d" % self.value

    def __call__(self, a, b):
        return ("call", self.value, a, b)


class Box(object):
    def __len__(self):
        return 3

    def __iter__(self):
        return iter([1, 2])

    def __getitem__(self, key):
        return ("item", key)

    def __setitem__(self, key, value):
        print("set", key, value)

    def __delitem__(self, key):
        print("del", key)

    def __contains__(self, key):
        return key == 1


class List(list):
    pass


a = Number(1)
b = Number(2)
zero = Number(0)
p = weakref.proxy(a)
q = weakref.proxy(b)
print(p + q, p + 1, 1 + p, p + b, -p)
print(p == a, p == q, p < q, a == p)
print(bool(p), bool(weakref.proxy(zero)), str(p), "%s" % p)
print(p(3, 4))
p += 5
print(a.value, type(p) is Number)
box = Box()
p = weakref.proxy(box)
print(len(p), list(p), p[7], 1 in p, 2 in p)
p[1] = 2
del p[1]
for x in p:
    print(x)
print(isinstance(p, Box), p.__class__ is Box, type(p) is Box)
plain = List([1, 2, 3])
p = weakref.proxy(plain)
print(len(p), p[0], p[1:], p + [4], p * 2, 1 in p)
p.append(4)
p[0] = 9
print(plain, len(p), p == [9, 2, 3, 4])
del plain
print(len(p))
