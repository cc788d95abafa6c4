# versions: 3.6-3.7, 3.9-
# weakref.finalize: how it takes its arguments, and what it complains about.
import weakref


class Thing:
    pass


def note(*args, **kwargs):
    print("called", args, sorted(kwargs.items()))
    return 5


thing = Thing()
f = weakref.finalize(thing, note, 1, 2, x=3)
print(f.peek()[1:] == (note, (1, 2), {"x": 3}), f.alive, f.atexit)
print(f(), f(), f.alive, f.peek(), f.detach())
f = weakref.finalize(thing, note)
print(f.peek()[2:], f.detach() is not None, f.alive)
del thing

for arguments, named in ((), {}), ((Thing(),), {}):
    try:
        weakref.finalize(*arguments, **named)
        print("fine")
    except TypeError as error:
        print(type(error).__name__)

thing = Thing()
try:
    f = weakref.finalize(thing, note, func=1, obj=2)
    print(f.peek()[2:])
    f()
except TypeError as error:
    print("TypeError")
try:
    f = weakref.finalize(thing, func=note, arg=1)
    print(f.peek()[2:])
except TypeError as error:
    print("TypeError")
first = weakref.finalize(thing, note, "first")
second = weakref.finalize(thing, note, "second")
second.atexit = False
del thing
print(first.alive, second.alive, repr(first).endswith("dead>"))


class Sub(weakref.finalize):
    pass


thing = Thing()
last = Sub(thing, note, "last")
ref = weakref.ref(last)
del last
print(ref() is not None)
del thing
print(ref())
