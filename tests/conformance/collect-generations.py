# what each generation finds
import gc


class A(object):
    pass


gc.collect()
old = A()
old.me = old
gc.collect()
young = A()
young.me = young
old.child = young
del old, young
print(gc.collect(0), gc.collect(1), gc.collect(2))
l = []
l.append(l)
gc.collect(0)
del l
print(gc.collect(0))
print(gc.collect(1))
