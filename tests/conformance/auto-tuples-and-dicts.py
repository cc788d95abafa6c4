# which objects move the counter
import gc
import weakref


class A(object):
    pass


def until(make):
    freed = []
    keep = []
    gc.collect()
    gc.set_threshold(40)
    a = A()
    a.me = a
    w = weakref.ref(a, freed.append)
    del a
    n = 0
    while not freed and n < 500:
        keep.append(make(n))
        n += 1
    gc.set_threshold(0)
    return n


def a_list(n):
    return []


def a_tuple(n):
    return (n, n)


def a_dict(n):
    return {}


def a_set(n):
    return set()


def an_instance(n):
    return A()


def a_float(n):
    return n * 1.5


def a_text(n):
    return "n%d" % n


for make in (a_list, a_tuple, a_dict, a_set, an_instance, a_float, a_text):
    print("%s: %d" % (make.__name__, until(make)))
