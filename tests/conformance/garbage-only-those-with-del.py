# versions: 2.7
# what they reach is kept but not listed
import gc


class D(object):
    def __del__(self):
        print "del"


class A(object):
    pass


gc.collect()
d = D()
a = A()
d.a = a
a.d = d
a.leaf = A()
a.leaf.x = []
del d, a
print gc.collect()
for g in gc.garbage:
    print type(g).__name__
print gc.garbage[0].a.leaf.x
del g
gc.garbage[0].a.d = None
del gc.garbage[:]
print gc.collect()
