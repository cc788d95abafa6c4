# accumulate, zip_longest, copy and deepcopy of cycles, types (3.x)
import gc
from itertools import accumulate, zip_longest, filterfalse
print(list(accumulate([1, 2, 3])), list(accumulate([1, 2, 3], lambda a, b: a * b)))
print(list(zip_longest('ab', [1], fillvalue='-')), list(filterfalse(None, [0, 1, ''])))
import copy, types
gc.collect()
class A:
    def __init__(self): self.x = [1, [2]]; self.me = self
a = A()
b = copy.copy(a); c = copy.deepcopy(a)
print(b.x is a.x, b.me is a, c.x == a.x, c.x is a.x, c.me is c)
print(copy.copy([1, 2]), copy.deepcopy({'a': (1, [2])}), copy.copy({1}), copy.deepcopy((1, 2)))
ns = types.SimpleNamespace(a=1, b='x')
print(ns, ns.a, ns == types.SimpleNamespace(a=1, b='x'))
ns.me = ns
print(ns)
del ns, a, b, c
print(gc.collect())
print(types.FunctionType, types.MethodType, types.GeneratorType, types.ModuleType, isinstance(len, types.BuiltinFunctionType), types.CodeType)
class S:
    __slots__ = ('a', 'b')
s = S(); s.a = [1]
t = copy.deepcopy(s)
print(t.a, t.a is s.a, hasattr(t, 'b'))
