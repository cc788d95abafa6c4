# weak dicts and sets: what they keep, what a collection finds in them
import gc, sys, weakref
gc.collect()
class A(object):
    def __init__(self, n): self.n = n
    def __repr__(self): return 'A(%r)' % self.n
d = weakref.WeakValueDictionary()
a = A(1)
d['a'] = a
d['b'] = A(2)
print(sorted(d.keys()), len(d), 'a' in d, 'b' in d)
print(list(d.items()))
del a
print(len(d), list(d))
k = weakref.WeakKeyDictionary()
a = A(3)
k[a] = 'x'
print(k[a], len(k), a in k)
del a
print(len(k))
s = weakref.WeakSet()
x = A(4); y = A(5); y.me = y
s.add(x); s.add(y)
print(len(s), x in s)
del x, y
print(len(s))
print(gc.collect())
print(len(s))
class Cache(object):
    def __init__(self):
        self.d = weakref.WeakValueDictionary()
        self.k = weakref.WeakKeyDictionary()
        self.s = weakref.WeakSet()
        self.me = self
c = Cache()
del c
print(gc.collect())
a = A(7)
r = weakref.ref(a)
print(weakref.getweakrefcount(a), weakref.getweakrefs(a)[0] is r)
try:
    d['zz']
except KeyError as e:
    print('KeyError', e)
d['zz']
