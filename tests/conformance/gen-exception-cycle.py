# versions: 3.6-
# an exception kept by the generator that it left
import gc
gc.collect()


def g():
    try:
        yield 1
        raise ValueError("x")
    except ValueError as e:
        err = e
        yield 2


it = g()
next(it)
next(it)
del it
print(gc.collect())


def h():
    yield 1
    raise KeyError("k")


def f():
    it = h()
    try:
        for x in it:
            pass
    except KeyError as e:
        keep = e


f()
print(gc.collect())
