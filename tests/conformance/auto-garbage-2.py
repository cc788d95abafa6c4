# versions: 2.7
# automatic collections fill gc.garbage, too
import gc


class D(object):
    def __del__(self):
        pass


gc.collect()
gc.set_threshold(10)
for i in range(40):
    d = D()
    d.me = d
gc.set_threshold(0)
d.me = None
print len(gc.garbage) > 0
gc.collect()
print len(gc.garbage)
for g in gc.garbage:
    g.me = None
del g
del gc.garbage[:]
