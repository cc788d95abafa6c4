# What can be weakly referenced, and what cannot.
import collections
import sys
import weakref


def function():
    yield 1


class Plain(object):
    def method(self):
        pass


class Slots(object):
    __slots__ = ("a",)


class SlotsAndWeak(object):
    __slots__ = ("a", "__weakref__")


class Int(int):
    pass


class Tuple(tuple):
    pass


class Text(str):
    pass


class Ref(weakref.ref):
    pass


class RefSlots(weakref.ref):
    __slots__ = ()


def derived(base):
    return type(base.__name__.title(), (base,), {})()


plain = Plain()
things = [
    ("function", function), ("built-in", len), ("method", plain.method),
    ("bound built-in", [].append), ("class", Plain), ("built-in class", list),
    ("module", weakref), ("generator", function()), ("code", function.__code__),
    ("set", set()), ("frozenset", frozenset([1])), ("deque", collections.deque()),
    ("instance", plain), ("slots", Slots()), ("weak slots", SlotsAndWeak()),
    ("object", object()), ("list", []), ("tuple", ()), ("number", 5), ("None", None),
    ("long", 10 ** 30), ("own int", Int(5)), ("own tuple", Tuple()), ("own str", Text()),
    ("own list", derived(list)), ("own dict", derived(dict)), ("own float", derived(float)),
    ("own set", derived(set)), ("own error", derived(Exception)),
    ("stdout", sys.stdout), ("frame", sys._getframe()), ("slice", slice(1)),
    ("iterator", iter([])), ("ref", weakref.ref(plain)), ("own ref", Ref(plain)),
    ("own ref slots", RefSlots(plain)), ("proxy", weakref.proxy(plain)),
    ("ordered", collections.OrderedDict()), ("weak set", weakref.WeakSet()),
    ("property", property(function)), ("super", super(Plain, plain)),
]
for name, thing in things:
    try:
        print("%s: %s" % (name, weakref.ref(thing)() is thing))
    except TypeError as error:
        print("%s: %s" % (name, error))


def gone(ref):
    print("gone", ref() is None)


del things, name
for make in (lambda: plain.method, lambda: Ref(plain), lambda: function(), lambda: Int(3)):
    thing = make()
    try:
        ref = weakref.ref(thing, gone)
    except TypeError as error:
        print(error)
    del thing
