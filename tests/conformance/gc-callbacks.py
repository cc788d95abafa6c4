# versions: 3.6-
import gc
def cb(phase, info):
    print(phase, sorted(info.items()))
gc.collect()
gc.callbacks.append(cb)
l = []; l.append(l); del l
gc.collect()
gc.collect(0)
gc.callbacks.remove(cb)
gc.collect()
print(gc.callbacks)
