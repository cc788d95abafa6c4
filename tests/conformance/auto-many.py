# how many rings are left after a thousand
import gc
import weakref


class A(object):
    pass


freed = []
refs = []


def lose(n):
    for i in range(n):
        a = A()
        a.me = a
        refs.append(weakref.ref(a, freed.append))


gc.collect()
gc.set_threshold(100, 10, 10)
lose(1000)
gc.set_threshold(0)
print(len(freed))
gc.collect()
print(len(freed))
