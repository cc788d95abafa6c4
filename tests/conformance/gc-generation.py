# versions: 3.8-
import gc
gc.disable()
gc.collect()
l = [[]]
print(any(o is l for o in gc.get_objects(generation=0)))
gc.collect(0)
print(any(o is l for o in gc.get_objects(0)), any(o is l for o in gc.get_objects(1)))
gc.collect()
print(any(o is l for o in gc.get_objects(2)))
try:
    gc.get_objects(5)
except ValueError as e:
    print(e)
try:
    gc.get_objects(-1)
except ValueError as e:
    print(e)
