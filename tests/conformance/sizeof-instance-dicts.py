import sys
S = sys.getsizeof
def show(cls, names):
    o = cls(); out = [S(o.__dict__)]
    for n in names:
        setattr(o, n, 1); out.append(S(o.__dict__))
    print(cls.__name__, out); return o
class A(object): pass
a = show(A, "abc"); b = show(A, "ab"); c = show(A, "ba"); d = show(A, "abcdef"); e = show(A, "ab"); f = show(A, "xyz")
class B(object): pass
g = show(B, "abcdefghijkl"); h = show(B, "abc"); h = show(B, "az"); h = show(B, "abz"); h = show(B, "bcdefgh")
class C(object):
    def __init__(self): self.a = 1; self.b = 2; self.c = 3
l = [C() for i in range(3)]; print([S(o.__dict__) for o in l])
l[1].d = 1; print([S(o.__dict__) for o in l])
del l[0].a; print([S(o.__dict__) for o in l]); l[0].a = 1; l.append(C()); print([S(o.__dict__) for o in l])
class D(object): pass
o = D(); o.a = 1; o.b = 2; o.__dict__["c"] = 3; print(S(o.__dict__)); o.__dict__[1] = 2; print(S(o.__dict__)); o.__dict__.clear(); print(S(o.__dict__)); o.x = 1; print(S(o.__dict__))
p = D(); p.__dict__ = {"a": 1}; print(S(p.__dict__)); p.__dict__.pop("a"); p.b = 1; print(S(p.__dict__))
q = D(); q.a = 1; q.__dict__.update(b=2, c=3); print(S(q.__dict__)); q.__dict__.pop("a"); print(S(q.__dict__))
class E(Exception): pass
e = E(); e.a = 1; print(S(e.__dict__)); print(S(e))
class F(list): pass
e = F(); e.a = 1; print(S(e.__dict__), S(e))
class G(D):
    __slots__ = ("s",)
e = G(); e.s = 1; e.a = 2; print(S(e), S(e.__dict__))
d = {"a": 1, 2: 3}; print(S(d)); d = {"a": 1, "b": 2, "c": 3, "d": 4}; d[1] = 2; print(S(d)); d = {"a": 1}; d[1] = 2; del d["a"]; print(S(d))
print(S({}), S(dict()), S(dict(a=1)), S(dict(zip("abcdefgh", "abcdefgh"))))
def kw(**k): return S(k)
print(kw(), kw(a=1), kw(a=1, b=2, c=3, d=4, e=5, f=6))
d = {i: i for i in range(20)}; print(S(d), S(d.copy()), S(dict(d)))
for i in range(15): del d[i]
print(S(d), S(d.copy()), S(dict(d))); d[99] = 1; print(S(d)); d.clear(); print(S(d)); d[1] = 1; print(S(d))
d = {}; d.update({i: i for i in range(7)}); print(S(d)); d.update({i: i for i in range(17)}); print(S(d)); d.update(a=1); print(S(d))
