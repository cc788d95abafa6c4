#native
# The iterators of itertools.


class count(object):
    __slots__ = ('_at', '_step')

    def __init__(self, start=0, step=1):
        self._at = start
        self._step = step

    def __iter__(self):
        return self

    def __next__(self):
        at = self._at
        self._at = at + self._step
        return at

    def __repr__(self):
        if self._step == 1:
            return 'count(%r)' % (self._at,)
        return 'count(%r, %r)' % (self._at, self._step)
#if <3.0

    next = __next__
#end


class cycle(object):
    __slots__ = ('_it', '_saved', '_at')

    def __init__(self, iterable):
        self._it = iter(iterable)
        self._saved = []
        self._at = 0

    def __iter__(self):
        return self

    def __next__(self):
        saved = self._saved
        if self._it is not None:
            for item in self._it:
                saved.append(item)
                return item
            self._it = None
        if not saved:
            raise StopIteration
        at = self._at
        self._at = (at + 1) % len(saved)
        return saved[at]
#if <3.0

    next = __next__
#end


class repeat(object):
    __slots__ = ('_item', '_left')

    def __init__(self, object, times=None):
        self._item = object
        self._left = times if times is None else max(0, times)

    def __iter__(self):
        return self

    def __next__(self):
        if self._left is not None:
            if not self._left:
                raise StopIteration
            self._left -= 1
        return self._item

    def __len__(self):
        if self._left is None:
            raise TypeError('len() of unsized object')
        return self._left

    def __repr__(self):
        if self._left is None:
            return 'repeat(%r)' % (self._item,)
        return 'repeat(%r, %d)' % (self._item, self._left)
#if <3.0

    next = __next__
#end


class chain(object):
    __slots__ = ('_source', '_active')

    def __init__(self, *iterables):
        self._source = iter(iterables)
        self._active = None

    @classmethod
    def from_iterable(cls, iterable):
        self = cls()
        self._source = iter(iterable)
        return self

    def __iter__(self):
        return self

    def __next__(self):
        while self._source is not None:
            if self._active is None:
                for iterable in self._source:
                    self._active = iter(iterable)
                    break
                else:
                    self._source = None
                    break
            for item in self._active:
                return item
            self._active = None
        raise StopIteration
#if <3.0

    next = __next__
#end


class islice(object):
    __slots__ = ('_it', '_next', '_stop', '_step', '_count')

    def __init__(self, iterable, *bounds):
        if not 1 <= len(bounds) <= 3:
            raise TypeError('islice expected at least 2 arguments, got %d'
                            % (1 + len(bounds)))
        bounds = slice(*bounds)
        start = 0 if bounds.start is None else bounds.start
        step = 1 if bounds.step is None else bounds.step
        for bound in (start, bounds.stop):
            if bound is not None and bound < 0:
                raise ValueError(
                    'Stop argument for islice() must be None or an integer: '
                    '0 <= x <= sys.maxsize.' if len(bounds_of(bounds)) == 1 else
                    'Indices for islice() must be None or an integer: '
                    '0 <= x <= sys.maxsize.')
        if step < 1:
            raise ValueError('Step for islice() must be a positive integer or None.')
        self._it = iter(iterable)
        self._next = start
        self._stop = bounds.stop
        self._step = step
        self._count = 0

    def __iter__(self):
        return self

    def __next__(self):
        if self._it is None:
            raise StopIteration
        stop = self._stop
        if stop is not None and self._next >= stop:
            while self._count < stop:
                for item in self._it:
                    break
                else:
                    break
                self._count += 1
            self._it = None
            raise StopIteration
        while True:
            for item in self._it:
                break
            else:
                self._it = None
                raise StopIteration
            self._count += 1
            if self._count > self._next:
                break
        self._next += self._step
        return item
#if <3.0

    next = __next__
#end


def bounds_of(s):
    return [s.stop] if s.start is None else [s.start, s.stop]


class _tee_link(object):
    __slots__ = ('values', 'next', 'it')

    def __init__(self, it):
        self.values = []
        self.next = None
        self.it = it


class _tee(object):
    __module__ = 'itertools'
    __slots__ = ('_data', '_at', '__weakref__')

    def __init__(self, iterable):
        if isinstance(iterable, _tee):
            self._data, self._at = iterable._data, iterable._at
        else:
            self._data, self._at = _tee_link(iter(iterable)), 0

    def __iter__(self):
        return self

    def __next__(self):
        data, at = self._data, self._at
        if at == 57:
            if data.next is None:
                data.next = _tee_link(data.it)
            self._data = data = data.next
            at = 0
        if at == len(data.values):
            for item in data.it:
                data.values.append(item)
                break
            else:
                raise StopIteration
        self._at = at + 1
        return data.values[at]

    def __copy__(self):
        return _tee(self)
#if <3.0

    next = __next__
#end


def tee(iterable, n=2):
    if n < 0:
        raise ValueError('n must be >= 0')
    if n == 0:
        return ()
    first = _tee(iterable)
    return tuple([first] + [_tee(first) for i in range(n - 1)])


class zip_longest(object):
    __slots__ = ('_its', '_fill', '_left')

    def __init__(self, *iterables, **keywords):
        self._fill = keywords.get('fillvalue')
        self._its = [iter(iterable) for iterable in iterables]
        self._left = len(self._its)

    def __iter__(self):
        return self

    def __next__(self):
        if not self._left:
            raise StopIteration
        row = []
        for i, it in enumerate(self._its):
            item = self._fill
            if it is not None:
                for item in it:
                    break
                else:
                    self._left -= 1
                    if not self._left:
                        raise StopIteration
                    self._its[i] = None
                    item = self._fill
            row.append(item)
        return tuple(row)
#if <3.0

    next = __next__


izip_longest = zip_longest


class izip(object):
    __slots__ = ('_its',)

    def __init__(self, *iterables):
        self._its = tuple([iter(iterable) for iterable in iterables])

    def __iter__(self):
        return self

    def __next__(self):
        if not self._its:
            raise StopIteration
        row = []
        for it in self._its:
            for item in it:
                row.append(item)
                break
            else:
                raise StopIteration
        return tuple(row)

    next = __next__


class imap(object):
    __slots__ = ('_its', '_func')

    def __init__(self, function, *iterables):
        self._func = function
        self._its = tuple([iter(iterable) for iterable in iterables])

    def __iter__(self):
        return self

    def __next__(self):
        row = []
        for it in self._its:
            for item in it:
                row.append(item)
                break
            else:
                raise StopIteration
        return tuple(row) if self._func is None else self._func(*row)

    next = __next__


class ifilter(object):
    __slots__ = ('_it', '_func')

    def __init__(self, function, iterable):
        self._func = function
        self._it = iter(iterable)

    def __iter__(self):
        return self

    def __next__(self):
        for item in self._it:
            if item if self._func is None else self._func(item):
                return item
        raise StopIteration

    next = __next__
#end


class filterfalse(object):
    __slots__ = ('_func', '_it')

    def __init__(self, function, iterable):
        self._func = function
        self._it = iter(iterable)

    def __iter__(self):
        return self

    def __next__(self):
        for item in self._it:
            if not (item if self._func is None else self._func(item)):
                return item
        raise StopIteration
#if <3.0

    next = __next__


ifilterfalse = filterfalse
#end


class takewhile(object):
    __slots__ = ('_func', '_it', '_ended')

    def __init__(self, predicate, iterable):
        self._func = predicate
        self._it = iter(iterable)
        self._ended = False

    def __iter__(self):
        return self

    def __next__(self):
        if not self._ended:
            for item in self._it:
                if self._func(item):
                    return item
                self._ended = True
                break
        raise StopIteration
#if <3.0

    next = __next__
#end


class dropwhile(object):
    __slots__ = ('_func', '_it', '_started')

    def __init__(self, predicate, iterable):
        self._func = predicate
        self._it = iter(iterable)
        self._started = False

    def __iter__(self):
        return self

    def __next__(self):
        for item in self._it:
            if self._started or not self._func(item):
                self._started = True
                return item
        raise StopIteration
#if <3.0

    next = __next__
#end


class starmap(object):
    __slots__ = ('_func', '_it')

    def __init__(self, function, iterable):
        self._func = function
        self._it = iter(iterable)

    def __iter__(self):
        return self

    def __next__(self):
        for item in self._it:
            return self._func(*item)
        raise StopIteration
#if <3.0

    next = __next__
#end


class compress(object):
    __slots__ = ('_data', '_selectors')

    def __init__(self, data, selectors):
        self._data = iter(data)
        self._selectors = iter(selectors)

    def __iter__(self):
        return self

    def __next__(self):
        for item in self._data:
            for selected in self._selectors:
                break
            else:
                break
            if selected:
                return item
        raise StopIteration
#if <3.0

    next = __next__
#end


class _grouper(object):
    __module__ = 'itertools'
    __slots__ = ('_parent', '_key')

    def __init__(self, parent, key):
        self._parent = parent
        self._key = key

    def __iter__(self):
        return self

    def __next__(self):
        parent = self._parent
        if parent._group is not self:
            raise StopIteration
        if not parent._ready and not parent._advance():
            raise StopIteration
        if not parent._current == self._key:
            raise StopIteration
        parent._ready = False
        value = parent._value
        parent._value = None
        return value
#if <3.0

    next = __next__
#end


class groupby(object):
    __slots__ = ('_it', '_func', '_key', '_current', '_value', '_ready', '_group')

    def __init__(self, iterable, key=None):
        self._it = iter(iterable)
        self._func = key
        self._key = self._current = _no_key
        self._value = self._group = None
        self._ready = False

    def _advance(self):
        for value in self._it:
            self._value = value
            self._current = value if self._func is None else self._func(value)
            self._ready = True
            return True
        return False

    def __iter__(self):
        return self

    def __next__(self):
        self._group = None
        while not self._ready or (self._key is not _no_key
                                  and self._current == self._key):
            if not self._advance():
                raise StopIteration
        self._key = self._current
        self._group = _grouper(self, self._key)
        return (self._key, self._group)
#if <3.0

    next = __next__
#end


_no_key = object()


class _indices(object):
    """Rows of a table, made one after another by a generator of their indices."""

    __slots__ = ('_rows',)

    def __iter__(self):
        return self

    def __next__(self):
        for row in self._rows:
            return row
        raise StopIteration
#if <3.0

    next = __next__
#end


def _product(pools):
    at = [0] * len(pools)
    for pool in pools:
        if not pool:
            return
    while True:
        yield tuple([pool[i] for pool, i in zip(pools, at)])
        k = len(pools) - 1
        while k >= 0 and at[k] == len(pools[k]) - 1:
            at[k] = 0
            k -= 1
        if k < 0:
            return
        at[k] += 1


class product(_indices):
    __slots__ = ()

    def __init__(self, *iterables, **keywords):
        pools = [tuple(iterable) for iterable in iterables]
        self._rows = _product(pools * keywords.get('repeat', 1))


def _permutations(pool, r):
    n = len(pool)
    if r > n:
        return
    at = list(range(n))
    left = list(range(n, n - r, -1))
    yield tuple([pool[i] for i in at[:r]])
    while n:
        for k in range(r - 1, -1, -1):
            left[k] -= 1
            if left[k]:
                j = n - left[k]
                at[k], at[j] = at[j], at[k]
                yield tuple([pool[i] for i in at[:r]])
                break
            at[k:] = at[k + 1:] + at[k:k + 1]
            left[k] = n - k
        else:
            return


class permutations(_indices):
    __slots__ = ()

    def __init__(self, iterable, r=None):
        pool = tuple(iterable)
        self._rows = _permutations(pool, len(pool) if r is None else r)


def _combinations(pool, r, again):
    n = len(pool)
    at = [0] * r if again else list(range(r))
    if (r > n and not again) or (not n and r):
        return
    while True:
        yield tuple([pool[i] for i in at])
        k = r - 1
        while k >= 0 and at[k] == (n - 1 if again else n - r + k):
            k -= 1
        if k < 0:
            return
        first = at[k] + 1
        for i in range(k, r):
            at[i] = first if again else first + i - k


class combinations(_indices):
    __slots__ = ()

    def __init__(self, iterable, r):
        self._rows = _combinations(tuple(iterable), r, False)


class combinations_with_replacement(_indices):
    __slots__ = ()

    def __init__(self, iterable, r):
        self._rows = _combinations(tuple(iterable), r, True)
#if 3.2


class accumulate(object):
    __slots__ = ('_total', '_it', '_func', '_initial')

    def __init__(self, iterable, func=None, *, initial=None):
        self._it = iter(iterable)
        self._func = func
        self._total = _no_key
        self._initial = initial

    def __iter__(self):
        return self

    def __next__(self):
        if self._initial is not None:
            self._total, self._initial = self._initial, None
            return self._total
        for item in self._it:
            if self._total is _no_key:
                self._total = item
            elif self._func is None:
                self._total = self._total + item
            else:
                self._total = self._func(self._total, item)
            return self._total
        raise StopIteration
#end
#if 3.10


class pairwise(object):
    __slots__ = ('_it', '_old')

    def __init__(self, iterable):
        self._it = iter(iterable)
        self._old = _no_key

    def __iter__(self):
        return self

    def __next__(self):
        if self._old is _no_key:
            for self._old in self._it:
                break
            else:
                raise StopIteration
        for item in self._it:
            pair = (self._old, item)
            self._old = item
            return pair
        raise StopIteration
#end
#if 3.12


class batched(object):
    __slots__ = ('_it', '_n')

    def __init__(self, iterable, n):
        if n < 1:
            raise ValueError('n must be at least one')
        self._it = iter(iterable)
        self._n = n

    def __iter__(self):
        return self

    def __next__(self):
        batch = tuple(islice(self._it, self._n))
        if not batch:
            raise StopIteration
        return batch
#end
