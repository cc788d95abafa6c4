# functions, methods, cells, weak references
import gc
import weakref


def names(objects):
    found = []
    for o in objects:
        found.append(type(o).__name__)
    return found


class A(object):
    def m(self):
        pass


def outer():
    x = 1

    def inner():
        return x

    return inner


a = A()
f = outer()
print(names(gc.get_referents(f)))
print(names(gc.get_referents(a.m)))
print(gc.get_referents(f.__closure__[0]))
print(gc.get_referents(weakref.ref(a)))
print(names(gc.get_referents(weakref.ref(a, outer))))
print(names(gc.get_referents(A)))
