# refs without a callback are one object
import weakref


class A(object):
    pass


def cb(r):
    pass


a = A()
r = weakref.ref(a)
s = weakref.ref(a)
print(r is s)
print(weakref.getweakrefcount(a))
c = weakref.ref(a, cb)
d = weakref.ref(a, cb)
print(c is d, weakref.getweakrefcount(a))
p = weakref.proxy(a)
print(p is weakref.proxy(a), weakref.getweakrefcount(a))
refs = weakref.getweakrefs(a)
print(len(refs), refs[0] is r)
del s, d
print(weakref.getweakrefcount(a))
