# a ref to a bound method is dead at once
import weakref


class A(object):
    def m(self):
        pass


a = A()
r = weakref.ref(a.m)
print(r() is None)
m = a.m
r = weakref.ref(m)
print(r() is m)
f = weakref.ref(A)
print(f() is A)


def g():
    return 5


w = weakref.ref(g)
print(w()())
del g
print(w() is None)
