# callbacks at the end
import weakref


class A(object):
    pass


def cb(r):
    print("callback")


a = A()
w = weakref.ref(a, cb)
z = A()
b = weakref.ref(z, cb)
print("end")
