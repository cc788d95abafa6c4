# what is being handled inside generators, and outside of them
# versions: 3.7-
import sys


def name():
    t = sys.exc_info()[0]
    return t and t.__name__


def g():
    print("start %s" % name())
    try:
        raise ValueError("inside")
    except ValueError:
        print("handler %s" % name())
        yield 1
        print("again %s" % name())
    print("behind %s" % name())
    yield 2
    print("end %s" % name())


it = g()
next(it)
print("outside %s" % name())
try:
    raise KeyError("outside")
except KeyError:
    next(it)
    print("outside %s" % name())
    for x in it:
        pass
    print("outside %s" % name())
print("outside %s" % name())
