# containers are
import gc
import weakref


class A(object):
    pass


def f():
    pass


a = A()
print(gc.is_tracked([]), gc.is_tracked([1, 2]), gc.is_tracked(set()))
print(gc.is_tracked(a), gc.is_tracked(A), gc.is_tracked(f))
print(gc.is_tracked(a.__init__), gc.is_tracked(len), gc.is_tracked(gc))
print(gc.is_tracked(weakref.ref(a)), gc.is_tracked([].append))
