# a ref is called to get the object
import weakref


class A(object):
    pass


a = A()
a.x = 1
r = weakref.ref(a)
print(r().x)
print(r() is a)
b = r()
del a
print(r().x)
del b
print(r())
print(r() is None)
