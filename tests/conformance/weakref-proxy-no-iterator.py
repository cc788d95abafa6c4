# versions: 3.9-
# next() of a weak proxy whose object is no iterator, and an iterator that dies.
import weakref


class Items(list):
    pass


class Weakly:
    def __init__(self, it):
        self.it = it

    def __iter__(self):
        return weakref.proxy(self.it)


class Short:
    def __iter__(self):
        return weakref.proxy(Items([1]))


def function():
    pass


def attempt(what, *arguments):
    try:
        print(what(*arguments))
    except Exception as error:
        print("%s: %s" % (type(error).__name__, error))


for thing in Items([1]), function:
    attempt(list, Weakly(thing))
    attempt(next, weakref.proxy(thing))
    attempt(sum, Weakly(thing))
    attempt(lambda: [x for x in Weakly(thing)])
    attempt(list, weakref.proxy(thing))
    attempt(lambda: type(iter(weakref.proxy(thing))).__name__)
attempt(list, Short())
