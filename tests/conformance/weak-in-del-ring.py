# versions: 3.6-
# the collector clears weak references before __del__
import gc
import weakref


class D(object):
    def __del__(self):
        print(w() is None)


gc.collect()
d = D()
d.me = d
w = weakref.ref(d)
del d
gc.collect()
