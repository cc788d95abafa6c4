# weak references do not count
import sys
import weakref


class A(object):
    pass


a = A()
print(sys.getrefcount(a))
r = weakref.ref(a)
p = weakref.proxy(a)
print(sys.getrefcount(a))
b = r()
print(sys.getrefcount(a))
