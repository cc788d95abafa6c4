# versions: 3.7-
import gc
gc.collect()
l = [[]]
gc.freeze()
print(gc.get_freeze_count() > 0)
gc.unfreeze()
print(gc.get_freeze_count())
