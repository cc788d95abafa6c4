# versions: 2.7
# 2.7: a generator forgets what it handles whenever it yields
import sys


def name():
    t = sys.exc_info()[0]
    return t and t.__name__


def g():
    try:
        raise ValueError("inside")
    except ValueError:
        print("handler %s" % name())
        yield 1
        print("again %s" % name())
    yield 2


it = g()
next(it)
print("outside %s" % name())
next(it)
print("outside %s" % name())
