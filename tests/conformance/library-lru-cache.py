# functools.lru_cache: what a cache keeps alive (3.x)
import gc, functools, weakref
from functools import lru_cache, singledispatch, partial
gc.collect()
class S(object):
    def __init__(self, n): self.n = n
    @lru_cache(maxsize=None)
    def m(self, x): 
        print('compute', x)
        return x * self.n
    @lru_cache(2)
    def k(self, x): return x
s = S(3)
print(s.m(1), s.m(1), s.m(2), S.m.cache_info())
r = weakref.ref(s)
del s
print(gc.collect(), r() is not None)
S.m.cache_clear()
print(r())
@lru_cache(maxsize=2)
def fib(n): return n if n < 2 else fib(n-1) + fib(n-2)
print(fib(20), fib.cache_info(), fib.__name__, fib.__wrapped__)
print(partial(print, 1, sep='-'))
def leak():
    class L(object): pass
    @lru_cache()
    def f(x): return x
    o = L(); o.f = f; f(o)
leak()
print(gc.collect())
print(type(fib), S.m, fib(3))
