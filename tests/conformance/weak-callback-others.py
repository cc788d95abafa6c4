# a callback sees all of the trash dead, but not what lives
import gc
import weakref


class A(object):
    pass


def cb(r):
    print(wa() is None, wb() is None, wc() is None)


gc.collect()
a = A()
b = A()
c = A()
a.b = b
b.a = a
wa = weakref.ref(a, cb)
wb = weakref.ref(b)
wc = weakref.ref(c)
del a, b
gc.collect()
del c
print(wc() is None)
