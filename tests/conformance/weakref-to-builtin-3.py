# versions: 3.6-
# Weak references to built-in functions: those of modules live on, bound ones die.
import gc
import weakref


def gone(ref):
    print("gone", ref() is None)


gc.collect()
items = [1]
bound = items.append
ref = weakref.ref(bound, gone)
print(ref() is bound, weakref.getweakrefcount(bound))
bound = None
print(items, ref())
ring = []
ring.append(ring.append)
ref = weakref.ref(ring[0], gone)
del ring
print(gc.collect(), ref())
print(weakref.ref(len)() is len)
proxy = weakref.proxy(len)
print(proxy("abc"))
