# versions: 3.6-
# an exception in a callback is told and ignored
import weakref


class A(object):
    pass


def cb(r):
    print("called")
    {}["missing"]


a = A()
w = weakref.ref(a, cb)
del a
print("goes on")
