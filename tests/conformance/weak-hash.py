# hash and equality of weak references, in C code and in Python
from __future__ import print_function

import weakref


class Key(object):
    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        print("eq", self.value, other.value)
        return self.value == other.value

    def __ne__(self, other):
        return self.value != other.value

    def __hash__(self):
        print("hash", self.value)
        return self.value


a = Key(1)
b = Key(1)
c = Key(2)
r = weakref.ref(a)
s = weakref.ref(b)
t = weakref.ref(c)
print(r == s, r == t, r != s, r != t)
print(hash(r), hash(r), hash(s))
d = {r: "one"}
print(d[s], t in d)
print({(r, 1): "pair"}[(s, 1)], hash((a, 2)) == hash((b, 2)))
del a
print(r == s, r == r, hash(r))


class Ref(weakref.ref):
    pass


u = Ref(c)
print(u() is c, u == t, weakref.getweakrefcount(c))
print(hash(weakref.ref(Key(3))))
