# versions: 3.9-
# The operator | of weak dictionaries.
import weakref


class Thing:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return "Thing " + self.name


def items(d):
    return sorted((repr(k), repr(v)) for k, v in d.items())


a, b = Thing("a"), Thing("b")
v = weakref.WeakValueDictionary({1: a})
k = weakref.WeakKeyDictionary({a: 1})
for d, other, pairs in (v, {1: b, 2: b}, [(3, a)]), (k, {a: 5, b: 6}, [(b, 7)]):
    print(items(d | other), type(d | other).__name__)
    print(items(other | d), type(other | d).__name__)
    e = d.copy()
    e |= pairs
    print(items(e), type(e).__name__)
    for bad in (lambda: d | pairs, lambda: pairs | d, lambda: d | 5):
        try:
            print(bad())
        except TypeError as error:
            print(error)
