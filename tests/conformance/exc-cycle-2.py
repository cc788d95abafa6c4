# versions: 2.7
import sys, gc
class A(object):
    def __del__(self):
        print "del"
def f():
    a = A()
    try:
        raise ValueError
    except ValueError:
        e = sys.exc_info()
f()
print "after f"
sys.exc_clear()
print gc.collect(), gc.garbage
def g():
    a = A()
    raise KeyError
try:
    g()
except KeyError:
    pass
print "still alive"
try:
    raise ValueError
except ValueError:
    pass
print "replaced"
def h():
    try:
        g()
    except KeyError:
        print "in h"
    print "leaving h"
h()
print "h done"
print sys.exc_info()[0]
