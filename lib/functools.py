from _functools import partial, reduce
#if 3.2
from _functools import cmp_to_key, _lru_cache_wrapper
from collections import namedtuple
#end
#if 3.4
from _library import method as _method
#end

#if 3.3
WRAPPER_ASSIGNMENTS = ('__module__', '__name__', '__qualname__', '__doc__',
                       '__annotations__')
#else
WRAPPER_ASSIGNMENTS = ('__module__', '__name__', '__doc__')
#end
WRAPPER_UPDATES = ('__dict__',)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS,
                   updated=WRAPPER_UPDATES):
    for attr in assigned:
#if 3.2
        try:
            value = getattr(wrapped, attr)
        except AttributeError:
            pass
        else:
            setattr(wrapper, attr, value)
#else
        setattr(wrapper, attr, getattr(wrapped, attr))
#end
    for attr in updated:
        getattr(wrapper, attr).update(getattr(wrapped, attr, {}))
#if 3.2
    wrapper.__wrapped__ = wrapped
#end
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned,
                   updated=updated)


#if <3.0
def cmp_to_key(mycmp):
    class K(object):
        __slots__ = ['obj']

        def __init__(self, obj, *args):
            self.obj = obj

        def __lt__(self, other):
            return mycmp(self.obj, other.obj) < 0

        def __gt__(self, other):
            return mycmp(self.obj, other.obj) > 0

        def __eq__(self, other):
            return mycmp(self.obj, other.obj) == 0

        def __le__(self, other):
            return mycmp(self.obj, other.obj) <= 0

        def __ge__(self, other):
            return mycmp(self.obj, other.obj) >= 0

        def __ne__(self, other):
            return mycmp(self.obj, other.obj) != 0

        def __hash__(self):
            raise TypeError('hash not implemented')
    return K


#end
def _from(name, how):
    def method(self, other):
        result = getattr(type(self), name)(self, other)
        if result is NotImplemented:
            return result
        return how(self, other, result)
    return method


# From each ordering operator the three others.
_orderings = {
    '__lt__': [
        ('__gt__', lambda a, b, less: not less and a != b),
        ('__le__', lambda a, b, less: less or a == b),
        ('__ge__', lambda a, b, less: not less)],
    '__le__': [
        ('__ge__', lambda a, b, below: not below or a == b),
        ('__lt__', lambda a, b, below: below and a != b),
        ('__gt__', lambda a, b, below: not below)],
    '__gt__': [
        ('__lt__', lambda a, b, more: not more and a != b),
        ('__ge__', lambda a, b, more: more or a == b),
        ('__le__', lambda a, b, more: not more)],
    '__ge__': [
        ('__le__', lambda a, b, above: not above or a == b),
        ('__gt__', lambda a, b, above: above and a != b),
        ('__lt__', lambda a, b, above: not above)],
}
for _root in _orderings:
    for _i, (_name, _how) in enumerate(_orderings[_root]):
        _function = _from(_root, _how)
        _function.__name__ = _name
        _orderings[_root][_i] = (_name, _function)


def total_ordering(cls):
    given = [op for op in ('__lt__', '__le__', '__gt__', '__ge__')
             if any([op in c.__dict__ for c in cls.__mro__ if c is not object])]
    if not given:
        raise ValueError('must define at least one ordering operation: < > <= >=')
    for name, function in _orderings[given[0]]:
        if name not in given:
            setattr(cls, name, function)
#if <3.0
    if '__ne__' not in cls.__dict__:
        cls.__ne__ = lambda self, other: not self == other
#end
    return cls
#if 3.2


_CacheInfo = namedtuple('CacheInfo', ['hits', 'misses', 'maxsize', 'currsize'])


def lru_cache(maxsize=128, typed=False):
#if 3.8
    if isinstance(maxsize, int):
        maxsize = max(0, maxsize)
    elif callable(maxsize) and isinstance(typed, bool):
        user_function, maxsize = maxsize, 128
        wrapper = _lru_cache_wrapper(user_function, maxsize, typed, _CacheInfo)
#if 3.9
        wrapper.cache_parameters = lambda: {'maxsize': maxsize, 'typed': typed}
#end
        return update_wrapper(wrapper, user_function)
    elif maxsize is not None:
        raise TypeError(
            'Expected first argument to be an integer, a callable, or None')
#else
    if maxsize is not None and not isinstance(maxsize, int):
        raise TypeError('Expected maxsize to be an integer or None')
#end

    def decorating_function(user_function):
        wrapper = _lru_cache_wrapper(user_function, maxsize, typed, _CacheInfo)
#if 3.9
        wrapper.cache_parameters = lambda: {'maxsize': maxsize, 'typed': typed}
#end
        return update_wrapper(wrapper, user_function)

    return decorating_function
#end
#if 3.9


def cache(user_function, /):
    return lru_cache(maxsize=None)(user_function)
#end
#if 3.4


class partialmethod(object):
    def __init__(self, func, *args, **keywords):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError('{!r} is not callable or a descriptor'.format(func))
        self.func = func
        self.args = args
        self.keywords = keywords

    def __get__(self, obj, cls=None):
        if hasattr(self.func, '__get__'):
            bound = self.func.__get__(obj, cls)
        else:
            bound = self.func
        if bound is not self.func:
            return partial(bound, *self.args, **self.keywords)

        def _method(cls_or_self, *args, **keywords):
            keywords = dict(self.keywords, **keywords)
            return self.func(cls_or_self, *(self.args + args), **keywords)
        return _method.__get__(obj, cls)


def _find_impl(cls, registry):
    for c in cls.__mro__:
        if c in registry:
            return registry[c]
    for c in registry:
        if c is not object and issubclass(cls, c):
            return registry[c]
    return registry.get(object)


def singledispatch(func):
    registry = {}

    def dispatch(cls):
        return _find_impl(cls, registry)

    def register(cls, func=None):
        if func is None:
            if isinstance(cls, type):
                return lambda f: register(cls, f)
            func = cls
            annotations = getattr(cls, '__annotations__', {})
            if not annotations:
                raise TypeError(
                    'Invalid first argument to `register()`: {!r}. '
                    'Use either `@register(some_class)` or plain `@register` '
                    'on an annotated function.'.format(cls))
            cls = list(annotations.values())[0]
        registry[cls] = func
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError('{0} requires at least 1 positional argument'.format(
                getattr(func, '__name__', 'singledispatch function')))
        return dispatch(args[0].__class__)(*args, **kw)

    registry[object] = func
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = registry
    update_wrapper(wrapper, func)
    return wrapper
#end
#if 3.8

_NOT_FOUND = object()


class cached_property:
    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__
#if 3.13
        self.__module__ = func.__module__
#end
#if <3.12
        self.lock = _Lock()
#end

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError(
                'Cannot assign the same cached_property to two different names '
                f'({self.attrname!r} and {name!r}).')

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError(
                'Cannot use cached_property instance without calling '
                '__set_name__ on it.')
        cache = instance.__dict__
        val = cache.get(self.attrname, _NOT_FOUND)
        if val is _NOT_FOUND:
#at 3.8:967 3.9:993 3.10:981 3.11:1001 3.12:995 3.13:1037
            val = self.func(instance)
            cache[self.attrname] = val
        return val
#if <3.12


class _Lock:
    __slots__ = ()
#end
#end
