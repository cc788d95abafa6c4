# versions: 3.6-
# the generation as a keyword
import gc
gc.collect()
l = []
l.append(l)
del l
print(gc.collect(generation=0))
print(gc.collect(generation=2))
