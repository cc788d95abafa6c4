# bound methods hold their instance
import gc


class A(object):
    def meth(self):
        pass


gc.collect()
a = A()
a.m = a.meth
del a
print(gc.collect())
a = A()
a.l = [a.meth]
del a
print(gc.collect())
l = []
l.append(l.append)
del l
print(gc.collect())
