#native
# What functools is in C: partial, reduce, cmp_to_key, the object lru_cache makes.
from _library import method as _method

_missing = object()


def reduce(function, sequence, initial=_missing):
    items = iter(sequence)
    if initial is _missing:
        for initial in items:
            break
        else:
#if 3.10
            raise TypeError('reduce() of empty iterable with no initial value')
#else
            raise TypeError('reduce() of empty sequence with no initial value')
#end
    value = initial
    del initial
    for item in items:
        value = function(value, item)
    return value


class partial(object):
    __module__ = 'functools'
    __slots__ = ('func', 'args', 'keywords', '__dict__', '__weakref__')

    def __new__(*args, **keywords):
        if len(args) < 2:
            raise TypeError("type 'partial' takes at least one argument")
        cls, func, args = args[0], args[1], args[2:]
        if not callable(func):
            raise TypeError('the first argument must be callable')
#if 3.4
        if type(func) is partial and not func.__dict__:
            args = func.args + args
            merged = dict(func.keywords)
            merged.update(keywords)
            keywords = merged
            func = func.func
#end
        self = object.__new__(cls)
        self.func = func
        self.args = args
#if 3.0
        self.keywords = keywords
#else
        self.keywords = keywords or None
#end
        return self

    def __call__(*args, **keywords):
        self, args = args[0], args[1:]
        own = self.keywords
        if own:
            own = dict(own)
            own.update(keywords)
            keywords = own
        return self.func(*(self.args + args), **keywords)
#if 3.4

    def __repr__(self):
        if id(self) in _under_way:
            return '...'
        _under_way.append(id(self))
        try:
            parts = [repr(self.func)]
            parts.extend([repr(arg) for arg in self.args])
            parts.extend(['%s=%r' % pair for pair in self.keywords.items()])
        finally:
            _under_way.pop()
        name = type(self).__name__
        if type(self) is partial:
            name = 'functools.partial'
        return '%s(%s)' % (name, ', '.join(parts))


_under_way = []
#end


#if 3.2
class _key(object):
    __module__ = 'functools'
    __slots__ = ('cmp', 'obj')
    __hash__ = None

    def __init__(self, cmp, obj):
        self.cmp = cmp
        self.obj = obj

    def __lt__(self, other):
        return self.cmp(self.obj, other.obj) < 0

    def __gt__(self, other):
        return self.cmp(self.obj, other.obj) > 0

    def __eq__(self, other):
        return self.cmp(self.obj, other.obj) == 0

    def __le__(self, other):
        return self.cmp(self.obj, other.obj) <= 0

    def __ge__(self, other):
        return self.cmp(self.obj, other.obj) >= 0


def cmp_to_key(mycmp):
    return partial(_key, mycmp)


_kwd_mark = (object(),)


#if <3.7
class _lru_list_elem(object):
    __module__ = 'functools'
    __slots__ = ('key', 'result')

    def __init__(self, key, result):
        self.key = key
        self.result = result


#end
class _lru_cache_wrapper(object):
    __module__ = 'functools'
    __slots__ = ('_func', '_cache', '_cache_info', '_maxsize', '_typed', '_hits',
                 '_misses', '__dict__', '__weakref__')

    def __init__(self, func, maxsize, typed, cache_info):
        self.__dict__ = {}
        self._func = func
        self._maxsize = maxsize
        self._typed = typed
        self._cache = {}
        self._cache_info = cache_info
        self._hits = self._misses = 0

    def __call__(*args, **kwds):
        self, args = args[0], args[1:]
        if self._maxsize == 0:
            self._misses += 1
            return self._func(*args, **kwds)
        key = args
        if kwds:
            key = args + _kwd_mark + tuple([x for kv in kwds.items() for x in kv])
        if self._typed:
            key = key + tuple([type(x) for x in args])
            if kwds:
                key = key + tuple([type(x) for x in kwds.values()])
        elif len(key) == 1 and type(key[0]) in (int, str):
            key = key[0]
        cache = self._cache
        result = cache.get(key, _missing)
        if result is not _missing:
            self._hits += 1
            if self._maxsize is not None:
                del cache[key]
                cache[key] = result
#if <3.7
                return result.result
#end
            return result
        self._misses += 1
        result = self._func(*args, **kwds)
        if self._maxsize is None:
            cache[key] = result
        elif key not in cache:
#if <3.7
            cache[key] = _lru_list_elem(key, result)
#else
            cache[key] = result
#end
            if len(cache) > self._maxsize:
                for oldest in cache:
                    break
                del cache[oldest]
        return result

    def __get__(self, obj, objtype=None):
        if obj is None:
            return self
        return _method(self, obj)

    def cache_info(self):
        return self._cache_info(self._hits, self._misses, self._maxsize,
                                len(self._cache))

    def cache_clear(self):
        self._hits = self._misses = 0
        self._cache.clear()

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self
#end
