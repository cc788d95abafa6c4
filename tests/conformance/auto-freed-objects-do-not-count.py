# what is freed again is subtracted
import gc
import weakref


class A(object):
    pass


freed = []
gc.collect()
gc.set_threshold(30)
a = A()
a.me = a
w = weakref.ref(a, freed.append)
del a
for i in range(1000):
    b = A()
    b.x = 1
print(len(freed))
for i in range(1000):
    l = [1]
    d = {"k": l}
    s = set([i])
print(len(freed))
gc.set_threshold(0)
