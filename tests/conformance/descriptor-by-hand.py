class A(object):
    def f(self, x): return ("f", x)
    @classmethod
    def c(cls, x): return (cls.__name__, x)
    @staticmethod
    def s(x): return ("s", x)
    def __call__(self, *a, **k): return ("call", a, sorted(k.items()))
a = A()
print(A.f(a, 1), a.f(2), A.c(3), a.c(4), A.s(5), a.s(6), a(1, k=2))
f = A.__dict__["f"]
print(f(a, 1))
print(f.__get__(a, A)(2))
print(type(A.__dict__["c"]).__name__, type(A.__dict__["s"]).__name__)
print(A.__dict__["c"].__get__(None, A)(7))
print(A.__dict__["s"].__get__(None, A)(8))
class P(object):
    @property
    def p(self): return 42
print(P.__dict__["p"].__get__(P(), P), P.p.fget(P()))
m = a.f
print(m.__self__ is a, m.__func__ is f, m == a.f, m is a.f, hash(m) == hash(a.f))
