# versions: 2.7
# what counts is the class at the time of the collection
import gc


class A(object):
    pass


def late(self):
    print "late del"


gc.collect()
a = A()
a.me = a
A.__del__ = late
del a
print gc.collect(), len(gc.garbage)
gc.garbage[0].me = None
del gc.garbage[:]
