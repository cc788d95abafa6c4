# a bare raise with nothing to raise again
import sys


def f():
    raise


try:
    f()
except Exception as e:
    print("%s: %s" % (type(e).__name__, e))


def g():
    try:
        raise ValueError("again")
    except ValueError:
        h()


def h():
    raise


try:
    g()
except ValueError as e:
    print(e)
