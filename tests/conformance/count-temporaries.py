# a temporary has the argument's reference only
import sys


class A(object):
    pass


print(sys.getrefcount([]))
print(sys.getrefcount({}))
print(sys.getrefcount(A()))
print(sys.getrefcount(object()))
print(sys.getrefcount([[]][0]))
