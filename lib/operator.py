#native
# What operator is in C: the functions, and the objects that get something.
#if <3.0
from _truediv import truediv, itruediv
#end


def lt(a, b):
    return a < b


def le(a, b):
    return a <= b


def eq(a, b):
    return a == b


def ne(a, b):
    return a != b


def ge(a, b):
    return a >= b


def gt(a, b):
    return a > b


def not_(a):
    return not a


def truth(a):
    return True if a else False


def is_(a, b):
    return a is b


def is_not(a, b):
    return a is not b


def add(a, b):
    return a + b


def sub(a, b):
    return a - b


def mul(a, b):
    return a * b


def floordiv(a, b):
    return a // b


def mod(a, b):
    return a % b


def pow(a, b):
    return a ** b


def lshift(a, b):
    return a << b


def rshift(a, b):
    return a >> b


def and_(a, b):
    return a & b


def or_(a, b):
    return a | b


def xor(a, b):
    return a ^ b


def neg(a):
    return -a


def pos(a):
    return +a


def invert(a):
    return ~a


inv = invert
#if 3.0


def truediv(a, b):
    return a / b


def itruediv(a, b):
    a /= b
    return a


def matmul(a, b):
    return a @ b


def imatmul(a, b):
    a @= b
    return a


def length_hint(obj, default=0):
    try:
        return len(obj)
    except TypeError:
        pass
    hint = getattr(type(obj), '__length_hint__', None)
    return default if hint is None else hint(obj)
#else


def div(a, b):
    return a / b


def idiv(a, b):
    a /= b
    return a


def isCallable(a):
    return callable(a)
#end


def abs(a, _abs=abs):
    return _abs(a)


def concat(a, b):
    return a + b


def contains(a, b):
    return b in a


def countOf(a, b):
    n = 0
    for item in a:
        if item is b or item == b:
            n += 1
    return n


def indexOf(a, b):
    i = 0
    for item in a:
        if item is b or item == b:
            return i
        i += 1
    raise ValueError('sequence.index(x): x not in sequence')


def getitem(a, b):
    return a[b]


def setitem(a, b, c):
    a[b] = c


def delitem(a, b):
    del a[b]


def iadd(a, b):
    a += b
    return a


def isub(a, b):
    a -= b
    return a


def imul(a, b):
    a *= b
    return a


def iand(a, b):
    a &= b
    return a


def ior(a, b):
    a |= b
    return a


def ixor(a, b):
    a ^= b
    return a


def ifloordiv(a, b):
    a //= b
    return a


def imod(a, b):
    a %= b
    return a


def ipow(a, b):
    a **= b
    return a


def ilshift(a, b):
    a <<= b
    return a


def irshift(a, b):
    a >>= b
    return a


iconcat = iadd


def index(a):
#if 3.10
    if type(a) is int:
        return a
#else
#if 3.0
    if isinstance(a, int):
        return a
#else
    if isinstance(a, (int, long)):
        return a
#end
#end
    hook = getattr(a, '__index__', None)
    if hook is None:
#if 3.0
        raise TypeError("'%s' object cannot be interpreted as an integer"
                        % type(a).__name__)
#else
        raise TypeError("'%s' object cannot be interpreted as an index"
                        % type(a).__name__)
#end
    return hook()
#if 3.11


def call(obj, /, *args, **kwargs):
    return obj(*args, **kwargs)
#end


class itemgetter(object):
    __module__ = 'operator'
    __slots__ = ('_items',)

    def __init__(self, *items):
        if not items:
#if 3.8
            raise TypeError('itemgetter expected at least 1 argument, got 0')
#else
            raise TypeError('itemgetter expected 1 arguments, got 0')
#end
        self._items = items

    def __call__(self, obj):
        items = self._items
        if len(items) == 1:
            return obj[items[0]]
        return tuple([obj[item] for item in items])

    def __repr__(self):
        return 'operator.itemgetter(%s)' % ', '.join(map(repr, self._items))


class attrgetter(object):
    __module__ = 'operator'
    __slots__ = ('_names',)

    def __init__(self, *names):
        if not names:
#if 3.8
            raise TypeError('attrgetter expected at least 1 argument, got 0')
#else
            raise TypeError('attrgetter expected 1 arguments, got 0')
#end
        for name in names:
            if not isinstance(name, str):
                raise TypeError('attribute name must be a string')
        self._names = names

    def _get(self, obj, name):
        for part in name.split('.'):
            obj = getattr(obj, part)
        return obj

    def __call__(self, obj):
        names = self._names
        if len(names) == 1:
            return self._get(obj, names[0])
        return tuple([self._get(obj, name) for name in names])

    def __repr__(self):
        return 'operator.attrgetter(%s)' % ', '.join(map(repr, self._names))


class methodcaller(object):
    __module__ = 'operator'
    __slots__ = ('_name', '_args', '_kwargs')

    def __init__(self, name, *args, **kwargs):
        self._name = name
        self._args = args
        self._kwargs = kwargs

    def __call__(self, obj):
        return getattr(obj, self._name)(*self._args, **self._kwargs)

    def __repr__(self):
        parts = [repr(self._name)] + [repr(arg) for arg in self._args]
        parts += ['%s=%r' % pair for pair in self._kwargs.items()]
        return 'operator.methodcaller(%s)' % ', '.join(parts)
