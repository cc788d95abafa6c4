import sys
s = set()
out = []
for i in range(100):
    out.append(sys.getsizeof(s)); s.add(i)
print(out)
print(sys.getsizeof(frozenset()), sys.getsizeof(set(range(5))), sys.getsizeof({1, 2, 3}), sys.getsizeof(s.copy()))
print([sys.getsizeof((None,) * n) for n in range(5)])
print([sys.getsizeof("a" * n) for n in range(5)])
print(sys.getsizeof(u"\xe9"), sys.getsizeof(u"\u20ac"), sys.getsizeof(u"\U0001f600"), sys.getsizeof(b"abc"), sys.getsizeof(b""))
print([sys.getsizeof(1 << n) for n in (0, 29, 30, 31, 59, 60, 62, 63, 64, 100)], sys.getsizeof(0), sys.getsizeof(-5), sys.getsizeof(True))
print(sys.getsizeof(1.0), sys.getsizeof(1j), sys.getsizeof(None), sys.getsizeof(Ellipsis), sys.getsizeof(NotImplemented))
class C(object): pass
class D(object):
    __slots__ = ("a", "b")
class E(object):
    __slots__ = ("a", "__dict__", "__weakref__")
class F(object):
    __slots__ = ()
class L(list): pass
class T(tuple): pass
class DD(dict): pass
class I(int): pass
class S(str): pass
class X(Exception): pass
for c in (C, D, E, F, L, T, DD, I, S, X):
    print(c.__name__, sys.getsizeof(c()))
print(sys.getsizeof(T((1, 2))), sys.getsizeof(I(10**9)), sys.getsizeof(S("abc")), sys.getsizeof(L([1, 2])))
c = C(); print(sys.getsizeof(c.__dict__)); c.a = 1; print(sys.getsizeof(c), sys.getsizeof(c.__dict__))
x = C(); x.a = 1; x.b = 2; print(sys.getsizeof(x.__dict__), sys.getsizeof(vars(C())))
