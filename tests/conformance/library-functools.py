# functools: partial, wraps, reduce, total_ordering, cmp_to_key
import gc, functools
from functools import partial, wraps, reduce, total_ordering, cmp_to_key
gc.collect()
def f(a, b=2, *c, **k): 
    "doc"
    return (a, b, c, sorted(k.items()))
p = partial(f, 1, z=3)
print(p(), p(5, y=4), p.func is f, p.args, p.keywords)
@wraps(f)
def g(*a): return f(*a)
print(g.__name__, g.__doc__, g(1))
print(reduce(lambda a, b: a + b, [1, 2, 3]), reduce(lambda a, b: a * b, [], 7))
try: reduce(lambda a, b: a, [])
except TypeError as e: print(e)
@total_ordering
class V(object):
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
    def __lt__(self, o): return self.v < o.v
print(V(1) <= V(2), V(1) >= V(2), V(3) > V(2))
print(sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)))
class N(object):
    def __init__(self):
        self.cb = partial(self.m, 1)
    def m(self, x): pass
    def __del__(self): print('del N')
n = N()
del n
print(gc.collect())
def h(): 1/0
try: partial(h)()
except ZeroDivisionError: print('zde')
partial(h)()
