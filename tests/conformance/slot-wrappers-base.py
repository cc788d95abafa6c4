# a class that calls the slot of its built-in base
class L(list):
    def __repr__(self):
        return "L" + list.__repr__(self)

    def __len__(self):
        return 10 + list.__len__(self)

    def __getitem__(self, i):
        return ("got", list.__getitem__(self, i))

    def __setitem__(self, i, v):
        print("set %r %r" % (i, v))
        list.__setitem__(self, i, v)

    def __delitem__(self, i):
        print("del %r" % (i,))
        list.__delitem__(self, i)

    def __contains__(self, v):
        return not list.__contains__(self, v)

    def __iter__(self):
        return iter([0] + [x for x in list.__iter__(self)])

    def __eq__(self, other):
        print("eq")
        return list.__eq__(self, other)

    def __ne__(self, other):
        return not self == other

    def __add__(self, other):
        return L(list.__add__(self, other))

    __hash__ = None


class D(dict):
    def __getitem__(self, k):
        return dict.__getitem__(self, k) * 2

    def __setitem__(self, k, v):
        dict.__setitem__(self, k, v + 1)

    def __repr__(self):
        return "D(%s)" % dict.__repr__(self)


class I(int):
    def __add__(self, other):
        return I(int.__add__(self, other) + 100)

    def __repr__(self):
        return "I(%s)" % int.__repr__(self)

    def __hash__(self):
        return int.__hash__(self) + 1


class S(str):
    def __eq__(self, other):
        return str.__eq__(self.lower(), other.lower())

    def __hash__(self):
        return str.__hash__(self.lower())

    def __str__(self):
        return "S:" + str.__str__(self)


l = L([1, 2])
l.append(l)
print(l)
print(len(l), l[0], 1 in l, list(l)[:3])
l.pop()
l[0] = 5
del l[1]
print(l == [5], l != [6], l + [7])
d = D()
d["a"] = 1
print(d["a"], d)
i = I(4)
print(i + 1, i, hash(i), i == 4, i < 5, sorted([I(3), I(1)]))
print(S("A") == S("a"), hash(S("Q")) == hash("q"), str(S("x")), {S("K"): 1}[S("k")])
