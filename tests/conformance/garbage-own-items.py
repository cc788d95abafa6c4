# gc.garbage is a list like any other
import gc
gc.collect()
l = []
l.append(l)
gc.garbage.append(l)
del l
print(gc.collect())
print(gc.garbage)
del gc.garbage[:]
print(gc.collect())
