# looking changes the number
import gc


class A(object):
    pass


gc.collect()
a = A()
a.me = a
hasattr(a, "__dict__")
del a
print(gc.collect())
a = A()
a.me = a
getattr(a, "me")
del a
print(gc.collect())
a = A()
a.me = a
setattr(a, "x", [])
del a
print(gc.collect())
