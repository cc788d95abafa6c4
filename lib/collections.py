from _collections import deque, defaultdict
from operator import itemgetter as _itemgetter
import sys as _sys
#if 3.0
import _collections_abc
#if <3.10
from _collections_abc import *
#end
#end
#if <3.0


class OrderedDict(dict):
    """A dict that goes over its keys in the order in which they came: they are in
    links [previous, next, key] of a ring."""

    def __init__(*args, **kwds):
        self = args[0]
        args = args[1:]
        if len(args) > 1:
            raise TypeError('expected at most 1 arguments, got %d' % len(args))
        try:
            self.__root
        except AttributeError:
            self.__root = root = []
            root[:] = [root, root, None]
            self.__map = {}
        self.__update(*args, **kwds)

    def __setitem__(self, key, value):
        if key not in self:
            root = self.__root
            last = root[0]
            last[1] = root[0] = self.__map[key] = [last, root, key]
        dict.__setitem__(self, key, value)

    def __delitem__(self, key):
        dict.__delitem__(self, key)
        before, after, _ = self.__map.pop(key)
        before[1] = after
        after[0] = before

    def __iter__(self):
        root = self.__root
        link = root[1]
        while link is not root:
            yield link[2]
            link = link[1]

    def __reversed__(self):
        root = self.__root
        link = root[0]
        while link is not root:
            yield link[2]
            link = link[0]

    def clear(self):
        root = self.__root
        root[:] = [root, root, None]
        self.__map.clear()
        dict.clear(self)

    def keys(self):
        return list(self)

    def values(self):
        return [self[key] for key in self]

    def items(self):
        return [(key, self[key]) for key in self]

    def iterkeys(self):
        return iter(self)

    def itervalues(self):
        for k in self:
            yield self[k]

    def iteritems(self):
        for k in self:
            yield (k, self[k])

    def update(*args, **kwds):
        self = args[0]
        if len(args) > 1:
            other = args[1]
            if hasattr(other, 'keys'):
                for key in other.keys():
                    self[key] = other[key]
            else:
                for key, value in other:
                    self[key] = value
        for key, value in kwds.items():
            self[key] = value

    __update = update
    __marker = object()

    def pop(self, key, default=__marker):
        if key in self:
            result = self[key]
            del self[key]
            return result
        if default is self.__marker:
            raise KeyError(key)
        return default

    def setdefault(self, key, default=None):
        if key in self:
            return self[key]
        self[key] = default
        return default

    def popitem(self, last=True):
        if not self:
            raise KeyError('dictionary is empty')
        key = next(reversed(self) if last else iter(self))
        value = self.pop(key)
        return key, value

    def __repr__(self, _running=[]):
        if id(self) in _running:
            return '...'
        _running.append(id(self))
        try:
            if not self:
                return '%s()' % (self.__class__.__name__,)
            return '%s(%r)' % (self.__class__.__name__, self.items())
        finally:
            _running.pop()

    def copy(self):
        return self.__class__(self)

    @classmethod
    def fromkeys(cls, iterable, value=None):
        self = cls()
        for key in iterable:
            self[key] = value
        return self

    def __eq__(self, other):
        if isinstance(other, OrderedDict):
            return dict(self) == dict(other) and self.keys() == other.keys()
        return dict(self) == other

    def __ne__(self, other):
        return not self == other
#else
from _collections import OrderedDict
#end


def _kind_of_names(field_names):
    if isinstance(field_names, str):
        field_names = field_names.replace(',', ' ').split()
    return [str(name) for name in field_names]


_keywords = frozenset((
    'and as assert break class continue def del elif else except finally for '
    'from global if import in is lambda not or pass raise return try while '
    'with yield '
#if 3.0
    'None True False nonlocal async await'
#else
    'exec print'
#end
    ).split())


def _is_identifier(name):
    if not name or name[0].isdigit():
        return False
    for c in name:
        if not (c.isalnum() or c == '_'):
            return False
    return True


def _good_names(names, rename):
    seen = set()
    for i, name in enumerate(names):
        if rename and (not _is_identifier(name) or name in _keywords or
                       name.startswith('_') or name in seen):
            names[i] = '_%d' % i
        seen.add(names[i])


def _check_names(typename, names, rename):
    for name in [typename] + names:
        if not _is_identifier(name):
#if 3.0
            raise ValueError('Type names and field names must be valid '
                             'identifiers: %r' % name)
#else
            raise ValueError('Type names and field names can only contain '
                             'alphanumeric characters and underscores: %r' % name)
#end
        if name in _keywords:
            raise ValueError('Type names and field names cannot be a '
                             'keyword: %r' % name)
    seen = set()
    for name in names:
        if name.startswith('_') and not rename:
            raise ValueError('Field names cannot start with an underscore: '
                             '%r' % name)
        if name in seen:
            raise ValueError('Encountered duplicate field name: %r' % name)
        seen.add(name)


def _binder(typename, names, defaults):
    """The __new__ of a named tuple."""
    tuple_new = tuple.__new__

    def missing(lacking):
        lacking = [repr(name) for name in lacking]
        if len(lacking) == 1:
            listed = lacking[0]
        elif len(lacking) == 2:
            listed = ' and '.join(lacking)
        else:
            listed = ', '.join(lacking[:-1]) + ', and ' + lacking[-1]
        return TypeError(_new_name(typename) +
            '() missing %d required positional argument%s: %s' % (
            len(lacking), 's' if len(lacking) > 1 else '', listed))

    def __new__(*args, **keywords):
        cls = args[0]
        n = len(args) - 1
        if n == len(names) and not keywords:
            return tuple_new(cls, args[1:])
        if n > len(names):
            least = len(names) + 1 - len(defaults)
#if 3.0
            raise TypeError('%s() takes %s%d positional arguments but %d were '
                            'given' % (_new_name(typename),
                            'from %d to ' % least if defaults else '',
                            len(names) + 1, n + 1))
#else
            raise TypeError('__new__() takes exactly %d argument%s (%d given)' % (
                            len(names) + 1, 's' if names else '', n + 1))
#end
        for name in keywords:
            if name in names[:n]:
                raise TypeError("%s() got multiple values for %sargument '%s'" % (
#if 3.0
                    _new_name(typename), '', name))
#else
                    _new_name(typename), 'keyword ', name))
#end
            if name not in names:
                raise TypeError("%s() got an unexpected keyword argument '%s'" % (
                    _new_name(typename), name))
        values = list(args[1:])
        for name in names[n:]:
            if name in keywords:
                values.append(keywords.pop(name))
            elif name in defaults:
                values.append(defaults[name])
            else:
#if 3.0
                raise missing([name for name in names[n:]
                               if name not in keywords and name not in defaults
                               and name not in names[n:len(values)]])
#else
                raise TypeError('__new__() takes exactly %d arguments (%d given)'
                                % (len(names) + 1, n + 1))
#end
        return tuple_new(cls, values)

    return __new__


def _new_name(typename):
#if 3.10
    return typename + '.__new__'
#else
#if 3.9
    return '<lambda>'
#else
    return '__new__'
#end
#end


#if 3.7
def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
#else
#if 3.6
def namedtuple(typename, field_names, *, verbose=False, rename=False, module=None):
    defaults = None
#else
def namedtuple(typename, field_names, verbose=False, rename=False):
    defaults = module = None
#end
#end
    names = _kind_of_names(field_names)
    typename = str(typename)
    _good_names(names, rename)
    _check_names(typename, names, rename)
    with_default = {}
    if defaults is not None:
        defaults = tuple(defaults)
        if len(defaults) > len(names):
            raise TypeError('Got more default values than field names')
        with_default = dict(zip(names[len(names) - len(defaults):], defaults))
    names = tuple(names)
    form = '(' + ', '.join([name + '=%r' for name in names]) + ')'
    new = _binder(typename, names, with_default)
    new.__doc__ = 'Create new instance of %s(%s)' % (typename, ', '.join(names))

    def _make(cls, iterable):
        result = tuple.__new__(cls, iterable)
        if len(result) != len(names):
            raise TypeError('Expected %d arguments, got %d' % (
                len(names), len(result)))
        return result

    def _replace(*args, **kwds):
        self = args[0]
        result = self._make([kwds.pop(name, value)
                             for name, value in zip(names, self)])
        if kwds:
#if 3.13
            raise TypeError('Got unexpected field names: %r' % (list(kwds),))
#else
            raise ValueError('Got unexpected field names: %r' % (list(kwds),))
#end
        return result

    def __repr__(self):
        return self.__class__.__name__ + form % tuple(self)

    def _asdict(self):
#if 3.8
        return dict(zip(names, self))
#else
        return OrderedDict(zip(names, self))
#end

    def __getnewargs__(self):
        return tuple(self)

    space = {
        '__doc__': '%s(%s)' % (typename, ', '.join(names)),
        '__slots__': (),
        '_fields': names,
#if 3.7
        '_field_defaults': with_default,
#end
#if 3.10
        '__match_args__': names,
#end
        '__new__': new,
        '_make': classmethod(_make),
        '_replace': _replace,
        '__repr__': __repr__,
        '_asdict': _asdict,
        '__getnewargs__': __getnewargs__,
    }
    for index, name in enumerate(names):
        space[name] = property(_itemgetter(index),
                               doc='Alias for field number %d' % index)
#if 3.3
    for method in (_make, _replace, __repr__, _asdict, __getnewargs__):
        method.__qualname__ = typename + '.' + method.__name__
#end
    if module is None:
        module = _sys._getframe(1).f_globals.get('__name__', '__main__')
    space['__module__'] = module
    result = type(typename, (tuple,), space)
    return result


class Counter(dict):
#if 3.0
    def __init__(self, iterable=None, **kwds):
        super(Counter, self).__init__()
        self.update(iterable, **kwds)
#else
    def __init__(*args, **kwds):
        self = args[0]
        super(Counter, self).__init__()
        self.update(*args[1:], **kwds)
#end

    def __missing__(self, key):
        return 0
#if 3.10

    def total(self):
        return sum(self.values())
#end

    def most_common(self, n=None):
        counts = sorted(self.items(), key=_itemgetter(1), reverse=True)
        return counts if n is None else counts[:n]

    def elements(self):
        for elem, count in self.items():
            for i in range(count):
                yield elem

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError(
            'Counter.fromkeys() is undefined.  Use Counter(iterable) instead.')

    def update(self, iterable=None, **kwds):
        if iterable is not None:
            if isinstance(iterable, dict):
                if self:
                    for elem, count in iterable.items():
                        self[elem] = count + self.get(elem, 0)
                else:
                    super(Counter, self).update(iterable)
            else:
                for elem in iterable:
                    self[elem] = self.get(elem, 0) + 1
        if kwds:
            self.update(kwds)

    def subtract(self, iterable=None, **kwds):
        if iterable is not None:
            if isinstance(iterable, dict):
                for elem, count in iterable.items():
                    self[elem] = self.get(elem, 0) - count
            else:
                for elem in iterable:
                    self[elem] = self.get(elem, 0) - 1
        if kwds:
            self.subtract(kwds)

    def copy(self):
        return self.__class__(self)

    def __delitem__(self, elem):
        if elem in self:
            super(Counter, self).__delitem__(elem)

    def __repr__(self):
        if not self:
            return '%s()' % self.__class__.__name__
#if 3.10
        return '%s({%s})' % (self.__class__.__name__, ', '.join(
            ['%r: %r' % pair for pair in self.most_common()]))
#else
        return '%s({%s})' % (self.__class__.__name__, ', '.join(
            ['%r: %r' % pair for pair in self.most_common()]))
#end
#if 3.10

    def __eq__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all([self[e] == other[e] for c in (self, other) for e in c])

    def __ne__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return not self == other

    __hash__ = None
#end

    def __add__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for elem, count in self.items():
            if count + other[elem] > 0:
                result[elem] = count + other[elem]
        for elem, count in other.items():
            if elem not in self and count > 0:
                result[elem] = count
        return result

    def __sub__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for elem, count in self.items():
            if count - other[elem] > 0:
                result[elem] = count - other[elem]
        for elem, count in other.items():
            if elem not in self and count < 0:
                result[elem] = 0 - count
        return result

    def __or__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for elem, count in self.items():
            count = max(count, other[elem])
            if count > 0:
                result[elem] = count
        for elem, count in other.items():
            if elem not in self and count > 0:
                result[elem] = count
        return result

    def __and__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for elem, count in self.items():
            count = min(count, other[elem])
            if count > 0:
                result[elem] = count
        return result
#if 3.3


class ChainMap(_collections_abc.MutableMapping):
    def __init__(self, *maps):
        self.maps = list(maps) or [{}]

    def __missing__(self, key):
        raise KeyError(key)

    def __getitem__(self, key):
        for mapping in self.maps:
            if key in mapping:
                return mapping[key]
        return self.__missing__(key)

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __len__(self):
        return len(set().union(*self.maps))

    def __iter__(self):
        d = {}
        for mapping in reversed(self.maps):
            d.update(dict.fromkeys(mapping))
        return iter(d)

    def __contains__(self, key):
        return any([key in m for m in self.maps])

    def __bool__(self):
        return any(self.maps)

    def __repr__(self):
        return f'{self.__class__.__name__}({", ".join(map(repr, self.maps))})'

    def copy(self):
        return self.__class__(self.maps[0].copy(), *self.maps[1:])

    __copy__ = copy

    def new_child(self, m=None, **kwargs):
        if m is None:
            m = kwargs
        elif kwargs:
            m.update(kwargs)
        return self.__class__(m, *self.maps)

    @property
    def parents(self):
        return self.__class__(*self.maps[1:])

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def __delitem__(self, key):
        if key not in self.maps[0]:
            raise KeyError(f'Key not found in the first mapping: {key!r}')
        del self.maps[0][key]

    def popitem(self):
        if not self.maps[0]:
            raise KeyError('No keys found in the first mapping.')
        return self.maps[0].popitem()

    def pop(self, key, *args):
        if key not in self.maps[0] and not args:
            raise KeyError(f'Key not found in the first mapping: {key!r}')
        return self.maps[0].pop(key, *args)

    def clear(self):
        self.maps[0].clear()
#end
#if 3.0


class UserDict(_collections_abc.MutableMapping):
    def __init__(self, dict=None, **kwargs):
        self.data = {}
        if dict is not None:
            self.update(dict)
        if kwargs:
            self.update(kwargs)

    def __len__(self):
        return len(self.data)

    def __getitem__(self, key):
        if key in self.data:
            return self.data[key]
        if hasattr(self.__class__, "__missing__"):
            return self.__class__.__missing__(self, key)
        raise KeyError(key)

    def __setitem__(self, key, item):
        self.data[key] = item

    def __delitem__(self, key):
        del self.data[key]

    def __iter__(self):
        return iter(self.data)

    def __contains__(self, key):
        return key in self.data

    def __repr__(self):
        return repr(self.data)

    def copy(self):
        return self.__class__(self.data)


class UserList(_collections_abc.MutableSequence):
    def __init__(self, initlist=None):
        self.data = []
        if initlist is None:
            return
        if type(initlist) == type(self.data):
            self.data[:] = initlist
        elif isinstance(initlist, UserList):
            self.data[:] = initlist.data[:]
        else:
            self.data = list(initlist)

    def __repr__(self):
        return repr(self.data)

    def __cast(self, other):
        return other.data if isinstance(other, UserList) else other

    def __items(self, other):
        other = self.__cast(other)
        return other if isinstance(other, list) else list(other)

    def __lt__(self, other):
        return self.data < self.__cast(other)

    def __le__(self, other):
        return self.data <= self.__cast(other)

    def __eq__(self, other):
        return self.data == self.__cast(other)

    def __gt__(self, other):
        return self.data > self.__cast(other)

    def __ge__(self, other):
        return self.data >= self.__cast(other)

    def __contains__(self, item):
        return item in self.data

    def __len__(self):
        return len(self.data)

    def __getitem__(self, i):
#if 3.8
        if isinstance(i, slice):
            return self.__class__(self.data[i])
#end
        return self.data[i]

    def __setitem__(self, i, item):
        self.data[i] = item

    def __delitem__(self, i):
        del self.data[i]

    def __add__(self, other):
        return self.__class__(self.data + self.__items(other))

    def __radd__(self, other):
        return self.__class__(self.__items(other) + self.data)

    def __iadd__(self, other):
        self.data += self.__items(other)
        return self

    def __mul__(self, n):
        return self.__class__(self.data * n)

    __rmul__ = __mul__

    def __imul__(self, n):
        self.data *= n
        return self
#if 3.7

    def __copy__(self):
        new = self.__class__.__new__(self.__class__)
        new.__dict__.update(self.__dict__)
        new.__dict__["data"] = self.__dict__["data"][:]
        return new
#end

    def append(self, item):
        self.data.append(item)

    def insert(self, i, item):
        self.data.insert(i, item)

    def pop(self, i=-1):
        return self.data.pop(i)

    def remove(self, item):
        self.data.remove(item)

    def clear(self):
        self.data.clear()

    def copy(self):
        return self.__class__(self)

    def count(self, item):
        return self.data.count(item)

    def index(self, item, *args):
        return self.data.index(item, *args)

    def reverse(self):
        self.data.reverse()

    def sort(self, *args, **kwds):
        self.data.sort(*args, **kwds)

    def extend(self, other):
        self.data.extend(self.__cast(other))
#end
