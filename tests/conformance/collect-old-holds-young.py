# an old container keeps the young alive, dead or not
import gc
gc.collect()
old = []
old.append(old)
gc.collect()
young = []
young.append(young)
old.append(young)
del young
print(gc.collect(0))
del old
print(gc.collect(0))
print(gc.collect(1))
print(gc.collect())
