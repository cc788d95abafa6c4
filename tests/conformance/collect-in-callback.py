# collect() inside a collection does nothing
import gc
import weakref


class A(object):
    pass


def callback(r):
    print("in callback: %d" % gc.collect())


gc.collect()
a = A()
a.me = a
w = weakref.ref(a, callback)
del a
print(gc.collect() > 0)
a = A()
w = weakref.ref(a, callback)
b = []
b.append(b)
del b
del a
