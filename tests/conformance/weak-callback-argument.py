# the callback gets the ref itself
import weakref


class A(object):
    pass


def cb(r):
    print(r is w)
    dead.append(r)


dead = []
a = A()
w = weakref.ref(a, cb)
del a
print(len(dead), dead[0] is w)
found = []
a = A()
w = weakref.ref(a, found.append)
del a
print(len(found))
