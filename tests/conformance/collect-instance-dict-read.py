# reading __dict__ makes it an object of its own
import gc


class A(object):
    pass


gc.collect()
a = A()
a.me = a
a.__dict__
del a
print(gc.collect())
a = A()
a.me = a
vars(a)
del a
print(gc.collect())
a = A()
a.d = a.__dict__
del a
print(gc.collect())
