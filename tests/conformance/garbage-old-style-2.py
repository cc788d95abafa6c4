# versions: 2.7
# old-style classes with __del__
import gc


class Old:
    def __del__(self):
        print "del"


gc.collect()
a = Old()
a.a = a
b = Old()
b.l = [b]
del a, b
print gc.collect(), len(gc.garbage)
for g in gc.garbage:
    g.a = g.l = None
del g
del gc.garbage[:]
