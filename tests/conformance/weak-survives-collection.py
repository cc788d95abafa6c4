# a collection that finds nothing leaves refs alone
import gc
import weakref


class A(object):
    pass


a = A()
a.me = a
r = weakref.ref(a)
gc.collect()
print(r() is a)
gc.collect(0)
print(r() is a)
del a
print(r() is None)
gc.collect(0)
print(r() is None)
gc.collect(1)
print(r() is None)
gc.collect(2)
print(r() is None)
