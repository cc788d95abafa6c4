# one reference from outside keeps a whole ring
import gc


class A(object):
    pass


gc.collect()
a = A()
b = A()
a.b = b
b.a = a
keep = [b]
del a, b
print(gc.collect())
print(len(keep))
del keep[0]
print(gc.collect())
