# the dict of an instance
import sys


class A(object):
    pass


a = A()
a.x = 1
d = a.__dict__
print(sys.getrefcount(d))
e = vars(a)
print(sys.getrefcount(d), d is e)
