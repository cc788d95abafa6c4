# a class is referred to by its own parts
import sys


class A(object):
    pass


class C(object):
    def m(self):
        pass


print(sys.getrefcount(A))
a = A()
print(sys.getrefcount(A))
b = A()
print(sys.getrefcount(A))
del a, b
print(sys.getrefcount(A))
print(sys.getrefcount(C))


class D(C):
    pass


print(sys.getrefcount(C))
