# which comes first depends on the version and on who frees
import gc
import weakref


class D(object):
    def __del__(self):
        print("del")


def cb(r):
    print("callback")


gc.collect()
d = D()
w = weakref.ref(d, cb)
del d
print("-- leaf of a ring")
l = [D()]
l.append(l)
w = weakref.ref(l[0], cb)
del l
gc.collect()
