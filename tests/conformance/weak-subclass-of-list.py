# subclasses of list and set can be referred to
import weakref


class L(list):
    pass


l = L()
r = weakref.ref(l)
s = set([1])
q = weakref.ref(s)
print(r() is l, len(q()))
del l, s
print(r(), q())
