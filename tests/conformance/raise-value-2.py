# versions: 2.7
# raise with a value and a traceback
import sys


def f():
    raise ValueError, "text"


try:
    f()
except ValueError, e:
    print e, e.args
    t, v, tb = sys.exc_info()
try:
    raise KeyError, ("a", "b")
except KeyError, e:
    print e.args
try:
    raise v, None, tb
except ValueError, e:
    print e is v
try:
    raise IndexError(1), None
except IndexError, e:
    print e
try:
    raise KeyError(1), 2
except TypeError, e:
    print e
try:
    raise (ValueError, 1), "x"
except ValueError, e:
    print e
raise t, v, tb
