# every name, item and attribute counts once
import sys


class A(object):
    pass


x = []
print(sys.getrefcount(x))
y = x
print(sys.getrefcount(x))
l = [x]
print(sys.getrefcount(x))
d = {"k": x}
print(sys.getrefcount(x))
t = (x, x)
print(sys.getrefcount(x))
a = A()
a.x = x
print(sys.getrefcount(x))
del t
l.pop()
del d["k"], a.x, y
print(sys.getrefcount(x))
