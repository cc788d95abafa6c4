import sys, weakref, gc
class C(object): pass
def f(): pass
def g(a, b=2, *c):
    x = 1
    def inner(): return x, a
    return inner
def gen():
    yield 1
c = C()
for o in (f, g, g(1), lambda: 0, c.__init__, C, type, object, int, len, [].append, property(), staticmethod(f), classmethod(f)):
    print(type(o).__name__, sys.getsizeof(o))
for o in (iter([]), iter(()), iter({}), iter(set()), range(3), slice(1, 2), enumerate([]), zip(), map(f, []), filter(f, []), reversed([]), {}.keys(), {}.values(), {}.items()):
    print(type(o).__name__, sys.getsizeof(o))
print(sys.getsizeof(weakref.ref(c)), sys.getsizeof(weakref.proxy(c)))
print(sys.getsizeof(sys))
print(sys.getsizeof(ValueError()), sys.getsizeof(KeyError(1)), sys.getsizeof(OSError()), sys.getsizeof(StopIteration()), sys.getsizeof(SystemExit()), sys.getsizeof(UnicodeError()), sys.getsizeof(ImportError()), sys.getsizeof(SyntaxError()))
print(sys.getsizeof(object()))
print(sys.getsizeof(f.__closure__ or ()), sys.getsizeof(g(1).__closure__[0]))
try: 1/0
except ZeroDivisionError:
    t = sys.exc_info()[2]
    print(sys.getsizeof(t))
class O: pass
print(sys.getsizeof(O), sys.getsizeof(O()))
class Z(object):
    def __sizeof__(self): return 100
print(sys.getsizeof(Z()), Z().__sizeof__(), [].__sizeof__(), (1,).__sizeof__(), {}.__sizeof__(), "abc".__sizeof__(), (5).__sizeof__())
print(sys.getsizeof(Z(), 5), sys.getsizeof(default=5, object=1) if sys.version_info > (3,) else 0)
