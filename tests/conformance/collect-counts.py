# the second and third counter
import gc
gc.collect()
print(gc.get_count()[1:])
gc.collect(0)
print(gc.get_count()[1:])
gc.collect(0)
print(gc.get_count()[1:])
gc.collect(1)
print(gc.get_count()[1:])
gc.collect(0)
print(gc.get_count()[1:])
gc.collect(1)
print(gc.get_count()[1:])
gc.collect(2)
print(gc.get_count()[1:])
for i in range(11):
    gc.collect(0)
print(gc.get_count()[1:])
for i in range(11):
    gc.collect(1)
print(gc.get_count()[1:])
gc.collect()
print(gc.get_count()[1:])
