# a dead proxy cannot be printed
import weakref


class A(object):
    pass


a = A()
p = weakref.proxy(a)
del a
print("gone")
print(p)
