# weak references to generators
import weakref


def g():
    try:
        yield 1
    finally:
        print("finally")


def gone(r):
    print("callback")


it = g()
next(it)
r = weakref.ref(it, gone)
print(r() is it)
del it
print(r())
