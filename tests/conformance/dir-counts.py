# what dir() allocates
import gc


class A(object):
    def __init__(self):
        self.x = 1


a = A()
gc.collect()
gc.disable()
dir(a)
n = gc.get_count()[0]
names = dir(a)
print(gc.get_count()[0] - n)
n = gc.get_count()[0]
names = None
print(gc.get_count()[0] - n)
n = gc.get_count()[0]
names = dir()
print(gc.get_count()[0] - n)
print(gc.get_referrers(names) == [globals()] or len(gc.get_referrers(names)))
