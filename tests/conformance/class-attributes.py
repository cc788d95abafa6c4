# what a class says of itself, and what can be set
class A(object):
    "doc"
    x = 1


class B(A):
    pass


class C(A):
    pass


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print("%s: %s" % (type(e).__name__, e))


def name():
    A.__name__ = 5


def no_name():
    del A.__name__


def mro():
    A.__mro__ = ()


def base():
    A.__base__ = ()


def builtin():
    int.__name__ = "x"


def dictionary():
    A.__dict__ = {}


print(A.__doc__, B.__doc__, B().__doc__, A.__bases__, A.__base__, A.mro(), B.__mro__)
print(A.__subclasses__(), B.__subclasses__())
for f in (name, no_name, mro, base, builtin, dictionary):
    attempt(f)
A.__module__ = "m"
A.__name__ = "Q"
print(A.__name__, A.__module__)
del B
import gc
gc.collect()
print(A.__subclasses__())
