# WeakValueDictionary and WeakKeyDictionary: made, updated, copied, compared.
import copy
import weakref


class Thing(object):
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return "Thing " + self.name


def items(d):
    return sorted((repr(k), repr(v)) for k, v in d.items())


def attempt(what):
    try:
        print(what())
    except Exception as error:
        print("%s: %s" % (type(error).__name__, error))


V, K = weakref.WeakValueDictionary, weakref.WeakKeyDictionary
a, b, c = Thing("a"), Thing("b"), Thing("c")
print(items(V({1: a, 2: b})), items(V([(1, a)])), items(V({1: a}, x=b)), items(V(V({1: c}))))
for name in "self", "other", "iterable":
    print(items(V(**{name: a})))
d = V()
d.update({1: a})
d.update([(2, b)], self=c)
print(items(d), len(d), 1 in d, 9 in d, d.get(9, "none"), d.get(1))
attempt(lambda: V(5))
attempt(lambda: V({1: 5}))
attempt(lambda: V({}, {}) and None)
attempt(lambda: d[9])
attempt(lambda: d.pop(9))
print(d.pop(9, "default"), d.pop(2), d.setdefault(3, b), d.setdefault(3, c))
e = copy.copy(d)
print(items(e), type(e).__name__, e == d)
e = copy.deepcopy(d)
print(items(e), type(e).__name__)
del c
print(items(d), sorted(map(repr, d.values())), sorted(map(repr, d)))
print(sorted(repr(r()) for r in d.valuerefs()), len(list(d.itervaluerefs())))

k = K({a: 1, b: 2})
print(items(k), items(K([(a, 3)])), items(K(k)), a in k, 5 in k, k.get(Thing("x"), 0))
k.update({a: [10]})
attempt(lambda: K({5: 1}))
attempt(lambda: k[5])
attempt(lambda: k[Thing("y")] and None)
print(items(copy.copy(k)), items(copy.deepcopy(k)), copy.deepcopy(k)[a] is k[a])
del b
print(items(k), k.pop(a, None), k.setdefault(a, 7), k.popitem(), len(k))
print([r() for r in K({a: 1}).keyrefs()])
