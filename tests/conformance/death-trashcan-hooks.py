# the trashcan, finalizers and weak references: who is still there when
import gc
import weakref

log = []


class Node(object):
    def __init__(self, n, inner):
        self.n = n
        self.inner = inner


class Final(Node):
    def __del__(self):
        log.append(self.n)


class Slots(object):
    __slots__ = ('n', 'inner', '__weakref__')

    def __init__(self, n, inner):
        self.n = n
        self.inner = inner


class FinalSlots(Slots):
    __slots__ = ()

    def __del__(self):
        local = [self.n]
        log.append(local[0])


class Old:
    def __init__(self, n, inner):
        self.n = n
        self.inner = inner

    def __del__(self):
        log.append(self.n)


class Back(Node):
    kept = []

    def __del__(self):
        if self.n % 25 == 0:
            Back.kept.append(self)


class Deep(Node):
    def __del__(self):
        x = []
        for i in range(60):
            x = [x, Final(100 * self.n + i, None)]
        x = None
        log.append(self.n)


class Collects(Node):
    def __del__(self):
        if self.n % 30 == 0:
            log.append(('collect', self.n, gc.collect()))


shown = 0


def show(title):
    del log[shown:]
    print('%s: %d' % (title, shown))
    for i in range(0, shown, 10):
        print('   %r' % log[i:i + 10])
    del log[:]


def chain(make, n=70):
    x = None
    for i in range(n):
        x = make(i, x)
    return x


def watched(make, n=70):
    x = None
    refs = []
    for i in range(n):
        x = make(i, x)
        refs.append(weakref.ref(x, lambda r, i=i: log.append(-i)))
    return x, refs


gc.disable()
gc.collect()
for make, n in [(Final, 70), (FinalSlots, 70), (Old, 70), (Deep, 30)]:
    x = chain(make, n)
    x = None
    shown = len(log)
    [[]]
    later = len(log)
    show(make.__name__)
    print('later %d' % later)

for make in [Node, Final, Slots, FinalSlots, Old]:
    x, refs = watched(make)
    x = None
    shown = len(log)
    alive = [i for i in range(70) if refs[i]() is not None]
    show('%s, watched' % make.__name__)
    print(alive)
    refs = None

for make in [lambda i, x: [x, Final(i, None)], lambda i, x: (Final(i, None), x),
             lambda i, x: {i: Final(i, None), -1: x}]:
    x = chain(make)
    x = None
    shown = len(log)
    show('containers of finalizers')

x = chain(Back, 110)
x = None
print('back: %r' % [b.n for b in Back.kept])
[[]]
print('back: %r' % [b.n for b in Back.kept])
Back.kept[0].inner = None
del Back.kept[:]
print('back: %r' % [b.n for b in Back.kept])

x = chain(Collects, 100)
x = None
shown = len(log)
show('collections in between')

x = chain(Final)
try:
    y = [x]
    x = None
    raise ValueError(y)
except ValueError:
    y = None
shown = len(log)
show('out of an exception')


def generate(n):
    if n:
        keep = Final(n, None)
        for x in generate(n - 1):
            yield x
    else:
        yield 'end'


g = generate(40)
print(next(g))
g = None
shown = len(log)
show('generators')
