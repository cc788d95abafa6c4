# callbacks run when the object dies, newest first
import weakref


class A(object):
    pass


def make(name):
    def cb(r):
        print(name)
    return cb


a = A()
r1 = weakref.ref(a, make("first"))
r2 = weakref.ref(a, make("second"))
r3 = weakref.ref(a, make("third"))
r4 = weakref.proxy(a, make("proxy"))
del a
print("end")
