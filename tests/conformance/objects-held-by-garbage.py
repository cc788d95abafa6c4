# versions: 2.7
# __del__ in a ring: kept in gc.garbage
import gc


class D(object):
    def __del__(self):
        print "del"


gc.collect()
d = D()
d.me = d
del d
print gc.collect(), len(gc.garbage)
print gc.collect(), len(gc.garbage)
g = gc.garbage.pop()
print gc.collect(), len(gc.garbage)
del g.me
del g
print gc.collect(), len(gc.garbage)
