# StopIteration raised inside a generator
def g():
    yield 1
    raise StopIteration("early")


def h():
    yield next(iter([]))


for f in [g, h]:
    try:
        print(list(f()))
    except RuntimeError as e:
        print("RuntimeError: %s" % e)
        print(repr(e.__cause__))
try:
    it = g()
    next(it)
    next(it)
except (StopIteration, RuntimeError) as e:
    print("%s %s" % (type(e).__name__, e))
