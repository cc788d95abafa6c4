# callbacks of a ring in the order of the list
import gc
import weakref


class A(object):
    pass


def make(name):
    def cb(r):
        print(name)
    return cb


gc.collect()
a = A()
b = A()
c = A()
a.x = b
b.x = c
c.x = a
refs = [weakref.ref(c, make("c")), weakref.ref(a, make("a"))]
refs.append(weakref.ref(b, make("b")))
refs.append(weakref.ref(a, make("a again")))
del a, b, c
print(gc.collect() > 0)
