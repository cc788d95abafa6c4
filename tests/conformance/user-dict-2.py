# versions: 2.7
# UserDict of 2.7: compared by contents, copied, filled.
from UserDict import IterableUserDict, UserDict

a = UserDict({"k": 1})
b = UserDict(k=1)
print a == b, a == {"k": 1}, a != UserDict(), cmp(UserDict(), UserDict())
print a.copy() == a, a.copy() is a, UserDict.fromkeys("ab", 2)
a.update({"m": 2}, n=3)
a.update(b)
a.update([("p", 4)])
print sorted(a.items()), len(a), a.has_key("m"), "z" in a
print a.get("z", 0), a.setdefault("z", 5), a.pop("z"), a.pop("z", 6)
for bad in (lambda: UserDict(1, 2), lambda: hash(a), lambda: a["none"], lambda: UserDict(5),
            lambda: a.update({}, {}), lambda: UserDict.__init__(), lambda: [x for x in a]):
    try:
        print bad()
    except Exception as error:
        print "%s: %s" % (type(error).__name__, error)


class Default(IterableUserDict):
    def __missing__(self, key):
        return "missing " + key


c = Default({"x": 1})
print c["x"], c["y"], sorted(c)
d = c.copy()
print d.__class__.__name__, d == c
