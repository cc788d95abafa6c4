# old garbage waits for its generation
import gc
import weakref


class A(object):
    pass


keep = []
freed = []
gc.collect()
gc.set_threshold(0)
a = A()
a.me = a
w = weakref.ref(a, freed.append)
gc.collect(0)
del a
gc.set_threshold(20, 3, 100)
n = 0
while not freed and n < 1000:
    keep.append([])
    n += 1
gc.set_threshold(0)
print(n)
print(gc.get_count()[1:])
