#native
# deque, defaultdict and what else is C in CPython's collections.
from _library import deque as _deque


def _index(i, n, message):
    if i < 0:
        i += n
    if not 0 <= i < n:
        raise IndexError(message)
    return i


class _deque_iterator(object):
    __module__ = '_collections'
    __slots__ = ('_deque', '_at', '_size')

    def __init__(self, deque):
        self._deque = deque
        self._at = 0
        self._size = deque._size()

    def __iter__(self):
        return self

    def __next__(self):
        deque = self._deque
        if deque._size() != self._size:
            self._at = self._size = -1
            raise RuntimeError('deque mutated during iteration')
        at = self._at
        if at >= self._size:
            raise StopIteration
        self._at = at + 1
        return deque._item(at)
#if <3.0

    next = __next__
#end

    def __length_hint__(self):
        return max(0, self._size - self._at)


class deque(_deque):
    __module__ = 'collections'
    __slots__ = ('__weakref__',)
    __hash__ = None

    def __init__(self, iterable=(), maxlen=None):
        if maxlen is not None and maxlen < 0:
            raise ValueError('maxlen must be non-negative')
        self._set_bound(maxlen)
        if self._size():
            self.clear()
        for item in iterable:
            self.append(item)

    @property
    def maxlen(self):
        return self._bound()

    def append(self, item):
        n = self._size()
        self._insert(n, item)
        if n == self._bound():
            self._take(0)

    def appendleft(self, item):
        n = self._size()
        self._insert(0, item)
        if n == self._bound():
            self._take(n)

    def pop(self):
        n = self._size()
        if not n:
            raise IndexError('pop from an empty deque')
        return self._take(n - 1)

    def popleft(self):
        if not self._size():
            raise IndexError('pop from an empty deque')
        return self._take(0)

    def extend(self, iterable):
        if iterable is self:
            iterable = list(iterable)
        for item in iterable:
            self.append(item)

    def extendleft(self, iterable):
        if iterable is self:
            iterable = list(iterable)
        for item in iterable:
            self.appendleft(item)

    def clear(self):
        while self._size():
            self._take(0)

    def rotate(self, n=1):
        size = self._size()
        if size < 2:
            return
        n %= size
        if n <= size // 2:
            for i in range(n):
                self._insert(0, self._take(size - 1))
        else:
            for i in range(size - n):
                self._insert(size - 1, self._take(0))

    def reverse(self):
        i, k = 0, self._size() - 1
        while i < k:
            item = self._item(i)
            self._put(i, self._item(k))
            self._put(k, item)
            i, k = i + 1, k - 1

    def count(self, value):
        n = 0
        for item in self:
            if item is value or item == value:
                n += 1
        return n

    def remove(self, value):
        for i in range(self._size()):
            item = self._item(i)
            if item is value or item == value:
                self._take(i)
                return
#if 3.9
        raise ValueError('%r is not in deque' % (value,))
#else
        raise ValueError('deque.remove(x): x not in deque')
#end
#if 3.5

    def index(self, value, start=0, stop=None):
        n = self._size()
        start = max(0, start + n if start < 0 else start)
        stop = n if stop is None else min(n, stop + n if stop < 0 else stop)
        for i in range(start, stop):
            item = self._item(i)
            if item is value or item == value:
                return i
        raise ValueError('%r is not in deque' % (value,))

    def insert(self, index, item):
        n = self._size()
        if n == self._bound():
            raise IndexError('deque already at its maximum size')
        if index < 0:
            index = max(0, index + n)
        self._insert(min(index, n), item)

    def copy(self):
        return self.__class__(self, self._bound())

    def __add__(self, other):
        if not isinstance(other, deque):
            raise TypeError('can only concatenate deque (not "%s") to deque'
                            % type(other).__name__)
        result = self.copy()
        result.extend(other)
        return result

    def __mul__(self, n):
        result = self.__class__((), self._bound())
        for i in range(n):
            result.extend(self)
        return result

    __rmul__ = __mul__

    def __imul__(self, n):
        items = list(self)
        if n <= 0:
            self.clear()
        for i in range(n - 1):
            self.extend(items)
        return self
#end

    def __copy__(self):
        return self.__class__(self, self._bound())

    def __len__(self):
        return self._size()

    def __iter__(self):
        return _deque_iterator(self)

    def __reversed__(self):
        return iter([self._item(i) for i in range(self._size() - 1, -1, -1)])

    def __contains__(self, value):
        for item in self:
            if item is value or item == value:
                return True
        return False

    def __getitem__(self, i):
        return self._item(_index(i, self._size(), 'deque index out of range'))

    def __setitem__(self, i, item):
        self._put(_index(i, self._size(), 'deque index out of range'), item)

    def __delitem__(self, i):
        self._take(_index(i, self._size(), 'deque index out of range'))

    def __iadd__(self, iterable):
        self.extend(iterable)
        return self

    def __eq__(self, other):
        if not isinstance(other, deque):
            return NotImplemented
        return list(self) == list(other)

    def __ne__(self, other):
        if not isinstance(other, deque):
            return NotImplemented
        return list(self) != list(other)

    def __lt__(self, other):
        if not isinstance(other, deque):
            return NotImplemented
        return list(self) < list(other)

    def __le__(self, other):
        if not isinstance(other, deque):
            return NotImplemented
        return list(self) <= list(other)

    def __gt__(self, other):
        if not isinstance(other, deque):
            return NotImplemented
        return list(self) > list(other)

    def __ge__(self, other):
        if not isinstance(other, deque):
            return NotImplemented
        return list(self) >= list(other)

    def __repr__(self):
        if id(self) in _under_way:
            return '[...]'
        _under_way.append(id(self))
        try:
            text = repr(list(self))
        finally:
            _under_way.pop()
        maxlen = self._bound()
        if maxlen is None:
            return '%s(%s)' % (type(self).__name__, text)
        return '%s(%s, maxlen=%d)' % (type(self).__name__, text, maxlen)


# The containers whose repr is being made.
_under_way = []


class defaultdict(dict):
    __module__ = 'collections'
    __slots__ = ('default_factory',)

    def __init__(self, default_factory=None, *args, **kwargs):
        if default_factory is not None and not callable(default_factory):
            raise TypeError('first argument must be callable or None')
        self.default_factory = default_factory
        dict.__init__(self, *args, **kwargs)

    def __missing__(self, key):
        factory = self.default_factory
        if factory is None:
            raise KeyError(key)
        value = factory()
        self[key] = value
        return value

    def copy(self):
        return type(self)(self.default_factory, self)

    __copy__ = copy

    def __repr__(self):
        if id(self) in _under_way:
            return '%s(...)' % type(self).__name__
        _under_way.append(id(self))
        try:
            text = repr(dict(self))
            factory = repr(self.default_factory)
        finally:
            _under_way.pop()
        return '%s(%s, %s)' % (type(self).__name__, factory, text)
#if 3.9

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        new = self.copy()
        new.update(other)
        return new

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        new = type(self)(self.default_factory, other)
        new.update(self)
        return new
#end
#if 3.0


class OrderedDict(dict):
    __module__ = 'collections'

#if 3.8
    def __init__(self, other=(), /, **kwds):
#else
    def __init__(self, other=(), **kwds):
#end
        dict.__init__(self)
        self.update(other, **kwds)

    def move_to_end(self, key, last=True):
        value = dict.pop(self, key)
        if last:
            self[key] = value
        else:
            rest = list(dict.items(self))
            dict.clear(self)
            dict.__setitem__(self, key, value)
            for k, v in rest:
                dict.__setitem__(self, k, v)

    def popitem(self, last=True):
        if not self:
            raise KeyError('dictionary is empty')
        if last:
            return dict.popitem(self)
        for key in self:
            break
        return key, dict.pop(self, key)

    def __reversed__(self):
        return iter(list(self)[::-1])

    def copy(self):
        return self.__class__(self)

    __copy__ = copy

    @classmethod
    def fromkeys(cls, iterable, value=None):
        self = cls()
        for key in iterable:
            self[key] = value
        return self

    def __eq__(self, other):
        if isinstance(other, OrderedDict):
            return dict(self) == dict(other) and list(self) == list(other)
        if isinstance(other, dict):
            return dict(self) == dict(other)
        return NotImplemented

    def __ne__(self, other):
        same = self.__eq__(other)
        return same if same is NotImplemented else not same

    __hash__ = None

    def __repr__(self):
        if id(self) in _under_way:
            return '...'
        if not self:
            return '%s()' % self.__class__.__name__
        _under_way.append(id(self))
        try:
#if 3.12
            text = repr(dict(self))
#else
            text = repr(list(self.items()))
#end
        finally:
            _under_way.pop()
        return '%s(%s)' % (self.__class__.__name__, text)
#if 3.9

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        new = self.__class__(self)
        new.update(other)
        return new

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        new = self.__class__(other)
        new.update(self)
        return new
#end
#end
