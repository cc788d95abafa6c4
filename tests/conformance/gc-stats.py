# versions: 3.6-
import gc
gc.collect()
before = gc.get_stats()
l = []; l.append(l); del l
gc.collect()
after = gc.get_stats()
for b, a in zip(before, after):
    print(sorted((k, a[k] - b[k]) for k in a))
print(len(after), sorted(after[0]))
