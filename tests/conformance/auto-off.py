# threshold 0, and disable()
import gc
import weakref


class A(object):
    pass


def lose():
    a = A()
    a.me = a
    return weakref.ref(a)


gc.collect()
gc.set_threshold(0)
w = lose()
keep = []
for i in range(3000):
    keep.append([])
print(w() is None)
gc.disable()
gc.set_threshold(10)
for i in range(3000):
    keep.append([])
print(w() is None)
gc.collect()
print(w() is None)
