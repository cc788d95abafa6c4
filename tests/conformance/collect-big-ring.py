# a ring of a hundred
import gc


class A(object):
    pass


def ring(n):
    first = last = A()
    for i in range(n - 1):
        new = A()
        last.next = new
        last = new
    last.next = first
    return first


gc.collect()
r = ring(100)
print(gc.collect())
r = r.next.next
print(gc.collect())
del r
found = gc.collect()
print(found)
