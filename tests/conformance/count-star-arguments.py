# in a tuple of arguments
import sys


def f(*args):
    return sys.getrefcount(args[0])


z = []
print(f(z))
print(f(z, z))
print(f([]))
