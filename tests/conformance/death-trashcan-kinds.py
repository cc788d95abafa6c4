# chains of every kind of container, and the order in which what they hold dies
import gc

dead = []


class D(object):
    def __init__(self, n):
        self.n = n

    def __del__(self):
        dead.append(self.n)


class Instance(object):
    pass


class Slots(object):
    __slots__ = ('a', 'b')


class List(list):
    pass


class Tuple(tuple):
    pass


class Dict(dict):
    pass


class Error(Exception):
    pass


class Old:
    pass


def with_attributes(o, x, d):
    o.a = d
    o.b = x
    return o


def function(x, d):
    def f():
        return d, x
    return f


def defaults(x, d):
    def f(a=(d, x)):
        pass
    return f


def generator(x, d):
    def g(a, b):
        yield 1
    r = g(x, d)
    next(r)
    return r


def not_started(x, d):
    def g(a, b):
        yield 1
    return g(x, d)


class Base(object):
    def method(self):
        pass


kinds = [
    ('list', lambda x, d: [x, d]),
    ('tuple', lambda x, d: (x, d)),
    ('dict', lambda x, d: {0: x, 1: d}),
    ('dict, value last', lambda x, d: {1: d, 2: x}),
    ('set', lambda x, d: set([with_attributes(Instance(), x, d)])),
    ('frozenset', lambda x, d: frozenset([with_attributes(Slots(), x, d)])),
    ('instance', lambda x, d: with_attributes(Instance(), x, d)),
    ('slots', lambda x, d: with_attributes(Slots(), x, d)),
    ('old', lambda x, d: with_attributes(Old(), x, d)),
    ('list subclass', lambda x, d: List([x, d])),
    ('tuple subclass', lambda x, d: Tuple([x, d])),
    ('dict subclass', lambda x, d: Dict({0: x, 1: d})),
    ('attributes of a list', lambda x, d: with_attributes(List(), x, d)),
    ('attributes and items', lambda x, d: with_attributes(List([x]), None, d)),
    ('function', function),
    ('defaults', defaults),
    ('method', lambda x, d: with_attributes(Base(), x, d).method),
    ('generator', generator),
    ('generator not started', not_started),
    ('generator expression', lambda x, d: (i for i in [x, d])),
    ('exception', lambda x, d: ValueError(x, d)),
    ('exception with attributes', lambda x, d: with_attributes(ValueError(), x, d)),
    ('exception of a class', lambda x, d: Error(x, d)),
    ('method of a list', lambda x, d: [x, d].append),
    ('iterator', lambda x, d: iter([x, d])),
    ('enumerate', lambda x, d: enumerate([x, d])),
    ('reversed', lambda x, d: reversed([x, d])),
    ('property', lambda x, d: property(x, d)),
    ('staticmethod', lambda x, d: staticmethod((x, d))),
    ('slice', lambda x, d: slice(x, d)),
    ('items', lambda x, d: {0: x, 1: d}.items()),
]


def breaks():
    return [i for i in range(1, len(dead)) if dead[i] != dead[i - 1] - 1]


def build(make):
    x = None
    for i in range(60):
        x = make(x, D(i))
    return x


def end_of_function(make):
    x = build(make)
    d = D(60)


def report(how):
    at_once = len(dead)
    [[]]
    z = {}
    z = None
    print('   %s: %d %d %r %r' % (how, at_once, len(dead), dead[:3], breaks()[:5]))
    del dead[:]


gc.disable()
for name, make in kinds:
    print(name)
    x = build(make)
    x = None
    report('del')
    x = [build(make)]
    x.append(x)
    x = None
    gc.collect()
    report('collect')
    end_of_function(make)
    report('return')
