# a class is a ring of its own
import gc
gc.collect()


class K(object):
    pass


del K
print(gc.collect())


class K(object):
    pass


gc.collect()
del K
print(gc.collect())


class K(object):
    def m(self):
        pass


del K
print(gc.collect())


class K(object):
    def m(self):
        pass

    def n(self):
        pass


k = K()
del K, k
print(gc.collect())
