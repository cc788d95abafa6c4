# an object that refers to itself
import sys


class A(object):
    pass


a = A()
a.me = a
print(sys.getrefcount(a))
a.again = a
print(sys.getrefcount(a))
del a.me
a.again = None
print(sys.getrefcount(a))
