# with the default threshold
import gc
import weakref


class A(object):
    pass


freed = []
keep = []
gc.collect()
a = A()
a.me = a
w = weakref.ref(a, freed.append)
del a
n = 0
while not freed and n < 5000:
    keep.append([n])
    n += 1
gc.set_threshold(0)
print(n)
