# A weak proxy of an iterator is an iterator: next() and whoever iterates go through it.
import weakref


def numbers():
    yield 4
    yield 5
    yield 6


class Count(object):
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n > 3:
            raise StopIteration
        return self.n

    next = __next__


class Weakly(object):
    def __init__(self, it):
        self.it = it

    def __iter__(self):
        return weakref.proxy(self.it)


for make in numbers, Count:
    it = make()
    print(next(weakref.proxy(it)))
    print([x for x in Weakly(it)])
    print(next(weakref.proxy(it), "end"))
    it = make()
    print(list(Weakly(it)), list(Weakly(it)))
    it = make()
    a, b, c = Weakly(it)
    print(a, b, c)
    it = make()
    print(list(zip(Weakly(it), Weakly(it))))
    print(iter(weakref.proxy(it)) is it)

it = Count()
proxy = weakref.proxy(it)
del it
for attempt in next, iter, list:
    try:
        attempt(proxy)
    except ReferenceError as error:
        print(error)
