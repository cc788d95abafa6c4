# property, staticmethod and classmethod, called by name
from __future__ import print_function

import sys


class P(object):
    def __init__(self):
        self._x = 1

    def get_x(self):
        return self._x

    def set_x(self, value):
        print("set", value)
        self._x = value

    def del_x(self):
        print("del")
        del self._x

    x = property(get_x, set_x, del_x, "the x")
    read_only = property(fget=get_x)

    def double(a):
        return 2 * a

    double = staticmethod(double)

    def who(cls, what):
        return "%s %s" % (cls.__name__, what)

    who = classmethod(who)


class Q(P):
    pass


p = P()
print(p.x, p.read_only)
p.x = 5
print(p.x, p._x)
del p.x
print(hasattr(p, "_x"))
print(p.double(3), P.double(4), Q.double(5), Q().double(6))
print(p.who("a"), P.who("b"), Q.who("c"), Q().who("d"))
print(P.x.fget is P.__dict__["get_x"], P.x.__doc__, P.read_only.fset)
print(P.x.setter(None).fset, sys.getrefcount(P.__dict__["read_only"]))
p.read_only = 3
