# What the repr of a weak reference says of the class and the __name__ of its object.
import weakref


def inside():
    class Plain(object):
        pass

    class Named(object):
        def __init__(self):
            self.__name__ = "own name"

    class Number(object):
        __name__ = 5

    class Shared(object):
        __name__ = "name of all"

    for make in Plain, Named, Number, Shared:
        thing = make()
        print(repr(weakref.ref(thing)))
        print(repr(weakref.proxy(thing, None)) == repr(thing), type(weakref.proxy(thing)))
    return weakref.ref(thing)


class Top(object):
    def method(self):
        pass


class Elsewhere(object):
    __module__ = "elsewhere"


print(repr(inside()))
things = Top(), Elsewhere(), Top, inside, set(), frozenset(), (n for n in "a"), len, weakref
for thing in things:
    try:
        print(repr(weakref.ref(thing)))
    except TypeError as error:
        print(error)
method = Top().method
print(repr(weakref.ref(method)))
