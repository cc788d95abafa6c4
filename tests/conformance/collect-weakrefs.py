# weak references do not make rings, callbacks may
import gc
import weakref


class A(object):
    pass


gc.collect()
a = A()
a.w = weakref.ref(a)
del a
print(gc.collect())
a = A()
a.me = a
a.w = weakref.ref(a)
del a
print(gc.collect())
a = A()
a.me = a
w = weakref.ref(a)
del a
print(gc.collect())
print(w() is None)
a = A()
l = [weakref.ref(a)]
a.l = l
del a, l
print(gc.collect())
