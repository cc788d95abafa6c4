# an instance with thirty attributes has a dict of its own
import gc


class A(object):
    pass


gc.collect()
a = A()
for i in range(28):
    setattr(a, "x%d" % i, i)
a.me = a
del a
print(gc.collect())
a = A()
for i in range(40):
    setattr(a, "y%d" % i, i)
a.me = a
del a
print(gc.collect())
