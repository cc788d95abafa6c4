# references that generators hold
import sys


def g(x):
    print(sys.getrefcount(x))
    y = x
    yield sys.getrefcount(x)
    y = None
    yield sys.getrefcount(x)


z = []
it = g(z)
print(sys.getrefcount(z))
print(next(it))
print(sys.getrefcount(z))
print(next(it))
print(sys.getrefcount(it))
for i in it:
    pass
print(sys.getrefcount(z))
other = it
print(sys.getrefcount(it))


def inside():
    local = []
    yield sys.getrefcount(local)


print(next(inside()))
print(list(inside()))
