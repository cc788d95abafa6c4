# versions: 2.7
import gc, weakref
class A:
    x = 1
    def __init__(self, n): self.n = n
    def __getattr__(self, name):
        if name[:2] == "__": raise AttributeError(name)
        return "<%s>" % name
    def __len__(self): return self.n
    def __call__(self, k): return k + self.n
    def __getitem__(self, i): return i * 2
    def __add__(self, o): return self.n + o
    def __cmp__(self, o): return cmp(self.n, o.n)
    def __repr__(self): return "A(%d)" % self.n
class B(A):
    def __str__(self): return "B!"
a, b = A(1), B(2)
print a.n, a.zip, len(b), a(5), b[4], a + 1, a < b, a == A(1), str(b), repr(b), [a, b]
print a.__class__, b.__class__.__bases__, A.__name__, B.__dict__.keys()
print isinstance(b, A), issubclass(B, A), type(a), type(A)
a.y = 3
del a.y
print a.__dict__
class C: pass
c = C()
try:
    c.nothing
except AttributeError, e:
    print e
try:
    c()
except AttributeError, e:
    print e
try:
    len(c)
except AttributeError, e:
    print e
try:
    C(1)
except TypeError, e:
    print e
print C.__doc__, C.__module__
class D(C, object):
    pass
print type(D), D.__mro__
c.__class__ = A
c.n = 9
print len(c)
r = weakref.ref(c)
print r() is c
del c
print r()
class E:
    def __nonzero__(self): return False
    def __eq__(self, o): return "eq"
    def __iter__(self): return iter([1, 2])
    def __contains__(self, x): return x == 5
    def __hash__(self): return 7
    def __coerce__(self, other): return None
e = E()
print bool(e), e == 1, list(e), 5 in e, hash(e), 6 in e
