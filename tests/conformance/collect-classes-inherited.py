# base and child
import gc
gc.collect()


class B(object):
    pass


class C(B):
    pass


del C
print(gc.collect())


class C(B):
    pass


del B, C
print(gc.collect())


class D(object):
    pass


d = D()
d.me = d
del D, d
print(gc.collect())
