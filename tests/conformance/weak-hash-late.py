# the hash of a dead object cannot be asked
import weakref


class A(object):
    pass


a = A()
r = weakref.ref(a)
s = weakref.ref(a)
del a
hash(r)
