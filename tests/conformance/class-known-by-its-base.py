# A base knows its classes by weak references, which the program meets too.
import weakref, sys
class D(object): pass
print(weakref.getweakrefcount(D))
r = weakref.ref(D)
print(weakref.getweakrefcount(D), sys.getrefcount(r), weakref.getweakrefs(D)[0] is r)
class E(D): pass
print(weakref.getweakrefcount(D), weakref.getweakrefcount(E))
r = weakref.ref(D, lambda x: None)
print(weakref.getweakrefcount(D))
a = D()
print(weakref.getweakrefcount(a))
del r
import gc; gc.collect()
print(weakref.getweakrefcount(D))
