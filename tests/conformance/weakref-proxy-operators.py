# Every operator of a weak proxy goes to the object behind it.
import operator
import weakref


def method(name):
    def call(self, *arguments):
        print("%s %d" % (name, len(arguments)))
        return name
    return call


class Thing(object):
    pass


BINARY = "add sub mul floordiv truediv mod divmod pow lshift rshift and xor or".split()
for name in BINARY:
    for prefix in "", "r", "i":
        if (prefix, name) != ("i", "divmod"):
            setattr(Thing, "__%s%s__" % (prefix, name), method(prefix + name))
for name in "neg pos abs invert".split():
    setattr(Thing, "__%s__" % name, method(name))
for name in "lt le eq ne gt ge contains getitem setitem delitem call".split():
    setattr(Thing, "__%s__" % name, method(name))
Thing.__len__ = lambda self: 3
Thing.__int__ = lambda self: 7
Thing.__float__ = lambda self: 1.5
Thing.__str__ = lambda self: "as text"
Thing.__hash__ = lambda self: 1
Thing.__iter__ = lambda self: iter("xyz")

thing, other = Thing(), Thing()
p, q = weakref.proxy(thing), weakref.proxy(other)
print(p + 1, 1 + p, p - 1, 1 - p, p * 2, 2 * p, p // 2, 2 // p, p % 2, 2 % p)
print(p ** 2, 2 ** p, p << 1, 1 << p, p >> 1, 1 >> p)
print(p & 1, 1 & p, p | 1, 1 | p, p ^ 1, 1 ^ p)
print(divmod(p, 2), divmod(2, p), pow(p, 2), pow(2, p))
print(operator.truediv(p, 2), operator.truediv(2, p))
print(p + q)
if str is not bytes:
    print(p == q, p < q)
print(-p, +p, ~p, abs(p))
for name in "iadd isub imul ifloordiv itruediv imod ipow ilshift irshift iand ixor ior".split():
    print(getattr(operator, name)(p, 1))
r = p
r += 1
print(r)
print(p < 1, p <= 1, p == 1, p != 1, p > 1, p >= 1)
print(1 in p, p[0], p[1:2], p(1, 2), len(p), bool(p), int(p), float(p))
p[0] = 1
del p[0]
print(str(p), list(p))
print("%s" % p)
try:
    hash(p)
except TypeError as error:
    print(error)
p.new = 5
print(thing.new, hasattr(p, "old"), getattr(p, "new"), p.__class__ is Thing)
print(isinstance(p, Thing), type(p) is weakref.CallableProxyType)
del p.new
print(hasattr(thing, "new"))
del thing
for attempt in (lambda: p + 1, lambda: 1 + p, lambda: -p, lambda: p == 1, lambda: 1 in p,
                lambda: p[0], lambda: len(p), lambda: p(), lambda: str(p), lambda: bool(p),
                lambda: int(p), lambda: p.new, lambda: setattr(p, "new", 1),
                lambda: isinstance(p, Thing), lambda: dir(p), lambda: [x for x in p]):
    try:
        print(attempt())
    except ReferenceError as error:
        print(error)
