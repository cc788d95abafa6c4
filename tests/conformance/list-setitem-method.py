# list.__setitem__ called by its name: who owns the value
import sys


class A(object):
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print('del %d' % self.n)


items = [None, None]
a = A(1)
before = sys.getrefcount(a)
items.__setitem__(0, a)
print(sys.getrefcount(a) - before)
items.__setitem__(0, A(2))
items.__setitem__(0, A(3))
print(sys.getrefcount(a) - before)
items.__setitem__(slice(0, 2), [a, a, A(4)])
print(sys.getrefcount(a) - before)
try:
    items.__setitem__(7, A(5))
except IndexError:
    print('IndexError')
number = 1000
items.__setitem__(0, number + 1)
items.__setitem__(0, number + 2)
print(items[0])
del a
print('end')
