# versions: 3.6-
import gc
def cb(phase, info):
    raise ValueError(phase)
gc.callbacks.append(cb)
gc.collect()
del gc.callbacks[:]
print("end")
