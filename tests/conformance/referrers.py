# who holds it
import gc


class A(object):
    pass


gc.collect()
x = A()
l = [x]
d = {"k": x}
t = (x, 1)
a = A()
a.x = x
found = []
for r in gc.get_referrers(x):
    found.append(type(r).__name__)
found.sort()
print(found)
del t, l, d, r
a.x = None
print(len(gc.get_referrers(x)))
