# an instance and, in older versions, its dict
import gc


class A(object):
    pass


gc.collect()
a = A()
a.me = a
del a
print(gc.collect())
a = A()
b = A()
a.b = b
b.a = a
del a, b
print(gc.collect())
a = A()
b = A()
c = A()
a.n = b
b.n = c
c.n = a
del a, b, c
print(gc.collect())
a = A()
a.list = [a]
del a
print(gc.collect())
a = A()
a.dict = {1: a}
del a
print(gc.collect())
