# versions: 2.7
# the exception that a function has handled is kept until it returns
import sys


class D(object):
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print "del", self.name


def fail(name):
    d = D(name)
    raise ValueError(name)


def f():
    try:
        fail("a")
    except ValueError:
        print "handled"
    print "after", sys.exc_info()[1]
    try:
        fail("b")
    except ValueError:
        print "handled b"
    print "end of f"


f()
print sys.exc_info()[0]
try:
    fail("c")
except ValueError:
    print "handled c"
f()
print sys.exc_info()[1]
sys.exc_clear()
print sys.exc_info()
print "end"
