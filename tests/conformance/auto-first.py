# an automatic collection, watched by a weak reference
import gc
import weakref


class A(object):
    pass


freed = []
keep = []
gc.collect()
gc.set_threshold(50)
a = A()
a.me = a
w = weakref.ref(a, freed.append)
del a
n = 0
while not freed:
    keep.append([])
    n += 1
gc.set_threshold(0)
print(n)
