# functions, their attributes and closures
import gc
gc.collect()


def f():
    pass


f.me = f
del f
print(gc.collect())


def f(x=[]):
    pass


f.__defaults__[0].append(f)
del f
print(gc.collect())


def outer():
    def inner():
        return inner


outer()
print(gc.collect())


def outer():
    l = []

    def inner():
        return l

    l.append(inner)


outer()
print(gc.collect())


def outer():
    def a():
        return b

    def b():
        return a


outer()
print(gc.collect())
