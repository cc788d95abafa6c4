# reading and setting
import gc
gc.set_threshold(700, 10, 10)
print(gc.get_threshold())
gc.set_threshold(5)
print(gc.get_threshold())
gc.set_threshold(1, 2)
print(gc.get_threshold())
gc.set_threshold(0)
print(gc.get_threshold())
gc.set_threshold(100, 200, 300)
print(gc.get_threshold())
print(gc.set_threshold(9))
