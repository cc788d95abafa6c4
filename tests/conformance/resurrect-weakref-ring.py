# versions: 3.6-
# the same by the collector
import gc
import weakref
saved = []


class Z(object):
    def __del__(self):
        saved.append(self)


def cb(r):
    print("callback")


gc.collect()
z = Z()
z.me = z
w = weakref.ref(z)
v = weakref.ref(z, cb)
del z
gc.collect()
print(len(saved), w() is None, v() is None)
