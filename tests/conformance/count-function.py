# functions, methods, closures
import sys


def f():
    pass


class C(object):
    def m(self):
        pass


print(sys.getrefcount(f))
g = f
print(sys.getrefcount(f))
c = C()
m = c.m
print(sys.getrefcount(c))
n = c.m
print(sys.getrefcount(c))
del m, n
print(sys.getrefcount(c))
