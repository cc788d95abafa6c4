# collect() called by a __del__
import gc


class D(object):
    def __del__(self):
        l = []
        l.append(l)
        del l
        print("in del: %d" % gc.collect())


gc.collect()
d = D()
del d
print("after: %d" % gc.collect())
