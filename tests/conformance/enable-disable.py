# the switch
import gc
print(gc.isenabled())
gc.disable()
print(gc.isenabled())
gc.disable()
l = []
l.append(l)
gc.collect()
del l
print(gc.collect())
print(gc.enable())
print(gc.isenabled())
