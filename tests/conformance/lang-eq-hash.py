# versions: 3.6-
class A:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return isinstance(o, A) and self.v == o.v
try: {A(1): 1}
except TypeError as e: print(e)
class B(A):
    def __hash__(self): return hash(self.v)
print(len({B(1), B(1), B(2)}), {B(1): "x"}[B(1)], B(1) in [B(1)])
class C:
    def __lt__(self, o): return NotImplemented
try: C() < C()
except TypeError as e: print(e)
try: sorted([C(), C()])
except TypeError as e: print(e)
try: sorted([1, "a"])
except TypeError as e: print(e)
class D:
    def __eq__(self, o): return NotImplemented
print(D() == D(), D() != D(), D() == 1)
from_int = 3 .__add__("x") if hasattr(3, "__add__") else NotImplemented
print(from_int)
class V:
    def __init__(self, x): self.x = x
    def __add__(self, o): return V(self.x + o.x) if isinstance(o, V) else NotImplemented
    __radd__ = __add__
    def __repr__(self): return f"V({self.x})"
    def __iadd__(self, o): self.x += 100; return self
    def __neg__(self): return V(-self.x)
    def __call__(self): return self.x
    def __getitem__(self, k): return k
    def __contains__(self, k): return k == self.x
    def __bool__(self): return self.x > 0
    def __len__(self): return -1
    def __index__(self): return self.x
    def __format__(self, spec): return f"<{spec}>"
v = V(1)
print(v + V(2), -v, v(), v[1:2], v[..., 1], 1 in v, bool(v), f"{v:abc}", [10, 20, 30][v])
try: v + 1
except TypeError as e: print(e)
try: 1 + v
except TypeError as e: print(e)
v += 5
print(v)
try: len(v)
except ValueError as e: print(e)
