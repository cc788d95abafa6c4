# living refs compare their objects, dead ones themselves
import weakref


class A(object):
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def __hash__(self):
        return self.n


a = A(1)
b = A(1)
ra = weakref.ref(a)
rb = weakref.ref(b)
print(ra == rb, ra is rb)
print(hash(ra) == hash(a))
d = {ra: "found"}
print(d[rb])
del b
print(ra == rb, rb == rb)
del a
print(ra == rb)
