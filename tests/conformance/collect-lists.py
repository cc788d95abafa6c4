# lists in rings
import gc
gc.collect()
l = []
l.append(l)
del l
print(gc.collect())
a = []
b = [a]
a.append(b)
del a, b
print(gc.collect())
a = []
b = [a]
c = [b]
a.append(c)
del a, b, c
print(gc.collect())
print(gc.collect())
