# what sys.exc_info gives inside functions called from a handler
import sys


def name():
    t, v, tb = sys.exc_info()
    return t and t.__name__, v is None, tb is None


def inner():
    print(name())
    try:
        raise KeyError("inner")
    except KeyError:
        print(name())
    print(name())


try:
    raise ValueError("outer")
except ValueError:
    inner()
    print(name())
inner()
