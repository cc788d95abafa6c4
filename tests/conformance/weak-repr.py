# what they look like
import weakref


class A(object):
    pass


a = A()
r = weakref.ref(a)
p = weakref.proxy(a)
print(r)
print(repr(p))
print(type(r))
print(type(p))
print(weakref.ref(A))
del a
print(r)
