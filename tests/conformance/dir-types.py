# dir() of what is built in
import gc
import weakref


def f():
    yield


for v in (1, 1.5, 1j, "", b"", [], (), {}, set(), frozenset(), None, True, object(),
          f, f(), f.__code__, [].append, list.append, list.__len__, [].__len__, len,
          iter([]), iter(()), iter({}), slice(1), ValueError(1), KeyError(), property(),
          enumerate([]), reversed([]), object, type, list, dict, BaseException):
    print(type(v).__name__)
    print(dir(v))
print(dir(gc))


class A(object):
    pass


a = A()
print(dir(weakref.ref(a)))
print("a" in dir(weakref.proxy(a)), "__weakref__" in dir(weakref.proxy(a)))
