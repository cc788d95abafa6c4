# a callback of a ref that is trash itself never runs
import gc
import weakref


class A(object):
    pass


def cb(r):
    print("never")


gc.collect()
a = A()
a.me = a
a.r = weakref.ref(a, cb)
del a
print(gc.collect() > 0)
a = A()
b = A()
a.b = b
b.a = a
a.r = weakref.ref(b, cb)
del a, b
print(gc.collect() > 0)
