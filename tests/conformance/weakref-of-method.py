import weakref
class A(object):
    def f(self):
        return 1
a = A()
r = weakref.ref(a.f)
print(r())
m = a.f
r = weakref.ref(m)
print(r() is m)
del m
print(r())
