# what hangs off a ring counts if it is tracked
import gc


class A(object):
    pass


gc.collect()
a = A()
a.me = a
a.leaf = A()
del a
print(gc.collect())
a = A()
a.me = a
a.leaf = A()
a.leaf.x = 1
del a
print(gc.collect())
a = A()
a.me = a
a.leaf = A()
a.leaf.x = []
del a
print(gc.collect())
a = A()
a.me = a
a.x = 1
a.y = "text"
a.z = None
del a
print(gc.collect())
