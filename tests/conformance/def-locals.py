# locals() and vars() in functions
import gc
import sys


def f(b, a=2):
    c = 3
    before = sorted(locals())
    d = 4
    del c
    after = vars()
    print(before, sorted(after), after["d"])
    return after["a"]


def cells(x):
    y = [1]

    def inner():
        return x, y
    return sorted(inner.__code__.co_freevars), sorted(vars())


def kept(n):
    big = []
    names = locals()
    return sys.getrefcount(big) if n else names["n"]


class C(object):
    z = 1
    inside = "z" in locals()


def cycle():
    ring = []
    ring.append(ring)
    locals()


gc.collect()
print(f(1))
print(cells(5))
print(kept(0), C.inside, locals() is globals(), vars() is globals())
cycle()
print(gc.collect() > 0)
