class D(dict):
    def __missing__(self, k):
        self[k] = v = []
        return v
d = D()
d["a"].append(1)
d["a"].append(2)
print(d, d.get("z"), "z" in d)
class E(dict):
    def __getitem__(self, k): return "item " + k
    def __setitem__(self, k, v): dict.__setitem__(self, k, v * 2)
    def __contains__(self, k): return True
    def __len__(self): return 42
    def __iter__(self): return iter("xyz")
e = E()
e["q"] = 2
print(e["nope"], dict.__getitem__(e, "q"), 5 in e, len(e), list(e))
class L(list):
    def __getitem__(self, i): return "L%s" % i
    def append(self, x): list.append(self, x + 1)
l = L([1, 2])
l.append(5)
print(l[0], list.__getitem__(l, 2), l)
class T(tuple):
    def __new__(cls, a, b): return super(T, cls).__new__(cls, (a, b))
    @property
    def first(self): return self[0]
    def __repr__(self): return "T" + tuple.__repr__(self)
t = T(1, 2)
a, b = t
print(t.first, a, b, t == (1, 2), hash(t) == hash((1, 2)), t)
