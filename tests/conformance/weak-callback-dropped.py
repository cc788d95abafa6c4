# a callback needs its ref to be alive
import weakref


class A(object):
    pass


def cb(r):
    print("called")


a = A()
r = weakref.ref(a, cb)
del r
del a
print("nothing so far")
a = A()
weakref.ref(a, cb)
del a
print("nor now")
a = A()
r = weakref.ref(a, cb)
del a, r
print("end")
