# an argument, a local, self
import sys


def f(p):
    return sys.getrefcount(p)


def g(p):
    q = p
    return sys.getrefcount(p)


def h():
    local = []
    n = sys.getrefcount(local)
    other = local
    return n, sys.getrefcount(local)


class B(object):
    def m(self):
        return sys.getrefcount(self)


z = []
print(f(z))
print(f([]))
print(g(z))
print(h())
b = B()
print(b.m())
print(B().m())
