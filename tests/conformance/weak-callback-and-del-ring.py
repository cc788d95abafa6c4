# versions: 3.6-
# in a ring the callback comes first
import gc
import weakref


class D(object):
    def __del__(self):
        print("del")


def cb(r):
    print("callback")


gc.collect()
d = D()
d.me = d
w = weakref.ref(d, cb)
del d
gc.collect()
