# sets
import gc


class A(object):
    pass


gc.collect()
a = A()
a.s = set([a])
del a
print(gc.collect())
l = [set()]
l.append(l)
del l
print(gc.collect())
l = [set([1, 2])]
l.append(l)
del l
print(gc.collect())
