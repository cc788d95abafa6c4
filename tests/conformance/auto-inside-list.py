# versions: 2.7-3.11
# the collection runs inside the allocation
import gc
import weakref


class A(object):
    pass


hits = []
gc.collect()
gc.set_threshold(0)
a = A()
a.me = a
w = weakref.ref(a, hits.append)
del a
gc.set_threshold(5)
x = [[], [], [], [], [], [], [], [], [], [len(hits)]]
n = len(hits)
gc.set_threshold(0)
print(x[9][0], n)
