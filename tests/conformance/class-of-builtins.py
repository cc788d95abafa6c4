class L(list):
    def __init__(self, *a):
        list.__init__(self, a)
        self.name = "l"
class D(dict):
    def __missing__(self, k):
        print("missing", k)
        return k * 2
class T(tuple):
    def __new__(cls, *a):
        t = tuple.__new__(cls, a)
        t.extra = 5
        return t
class I(int):
    def __new__(cls, v, unit):
        i = int.__new__(cls, v)
        i.unit = unit
        return i
    def __repr__(self):
        return "I(%d %s)" % (self, self.unit)
class S(str):
    def shout(self):
        return self.upper() + "!"
class Z(set):
    pass
class F(float):
    pass
l = L(1, 2, 3)
l.append(4)
print(l, l.name, len(l), isinstance(l, list))
d = D(a=1)
print(d["a"], d["b"], d)
t = T(1, 2)
print(t, t.extra, t + (3,))
i = I(5, "m")
print(i, i + 1, i.unit)
s = S("abc")
s.tag = 1
print(s, s.shout(), s.tag, type(s + "d").__name__)
z = Z([1])
z.add(2)
z.n = 1
print(len(z), z.n, type(z).__name__, z == set([1, 2]))
f = F(1.5)
f.w = 2
print(f, f * 2, f.w)
