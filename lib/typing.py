#since 3.5
import collections as _collections


class _Special:
    """A name for annotations; with [...] it makes a form with arguments."""

    def __init__(self, name, origin=None):
        self._name = name
        self.__origin__ = origin

    def __getitem__(self, parameters):
        if not isinstance(parameters, tuple):
            parameters = (parameters,)
        return _Form(self, parameters)

    def __call__(self, *args, **kwds):
        if self.__origin__ is None:
            raise TypeError('Cannot instantiate %r' % (self,))
        return self.__origin__(*args, **kwds)

    def __or__(self, other):
        return _Form(Union, (self, other))

    __ror__ = __or__

    def __repr__(self):
        return 'typing.' + self._name

    @property
    def _is_class_var(self):
        return self._name == 'ClassVar'


def _text(parameter):
    if isinstance(parameter, type):
        if parameter.__module__ == 'builtins':
            return parameter.__qualname__
        return '%s.%s' % (parameter.__module__, parameter.__qualname__)
    if parameter is Ellipsis:
        return '...'
    if isinstance(parameter, list):
        return '[' + ', '.join([_text(p) for p in parameter]) + ']'
    if parameter is None:
        return 'None'
    if isinstance(parameter, str):
        return 'ForwardRef(%r)' % parameter
    return repr(parameter)


class _Form:
    def __init__(self, special, args):
        self._special = special
        self.__origin__ = special.__origin__
        self.__args__ = args

    def __getitem__(self, parameters):
        return self

    def __call__(self, *args, **kwds):
        return self._special(*args, **kwds)

    def __or__(self, other):
        return _Form(Union, (self, other))

    __ror__ = __or__

    def __eq__(self, other):
        if not isinstance(other, _Form):
            return NotImplemented
        return self._special is other._special and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self._special._name, self.__args__))

    def __repr__(self):
        return '%r[%s]' % (self._special, ', '.join([_text(a) for a in self.__args__]))

    @property
    def _is_class_var(self):
        return self._special._is_class_var


Any = _Special('Any')
NoReturn = _Special('NoReturn')
Never = _Special('Never')
Self = _Special('Self')
Union = _Special('Union')
Optional = _Special('Optional')
ClassVar = _Special('ClassVar')
Final = _Special('Final')
Literal = _Special('Literal')
Annotated = _Special('Annotated')
Callable = _Special('Callable')
Type = _Special('Type', type)
List = _Special('List', list)
Dict = _Special('Dict', dict)
Set = _Special('Set', set)
FrozenSet = _Special('FrozenSet', frozenset)
Tuple = _Special('Tuple', tuple)
Deque = _Special('Deque', _collections.deque)
DefaultDict = _Special('DefaultDict', _collections.defaultdict)
OrderedDict = _Special('OrderedDict', _collections.OrderedDict)
Counter = _Special('Counter', _collections.Counter)
Iterable = _Special('Iterable')
Iterator = _Special('Iterator')
Generator = _Special('Generator')
Sequence = _Special('Sequence')
MutableSequence = _Special('MutableSequence')
Mapping = _Special('Mapping')
MutableMapping = _Special('MutableMapping')
Collection = _Special('Collection')
Container = _Special('Container')
Hashable = _Special('Hashable')
Sized = _Special('Sized')
Reversible = _Special('Reversible')
AnyStr = _Special('AnyStr')
Text = str
TYPE_CHECKING = False


class TypeVar:
    def __init__(self, name, *constraints, bound=None, covariant=False,
                 contravariant=False):
        self.__name__ = name
        self.__bound__ = bound
        self.__constraints__ = constraints
        self._sign = '+' if covariant else '-' if contravariant else '~'

    def __or__(self, other):
        return _Form(Union, (self, other))

    __ror__ = __or__

    def __repr__(self):
        return self._sign + self.__name__


class Generic:
    def __class_getitem__(cls, parameters):
        return cls


class Protocol:
    def __class_getitem__(cls, parameters):
        return cls


def NamedTuple(typename, fields=()):
    made = _collections.namedtuple(typename, [name for name, type in fields])
    made.__annotations__ = dict(fields)
    return made


def NewType(name, tp):
    def new_type(x):
        return x
    new_type.__name__ = name
    new_type.__supertype__ = tp
    return new_type


def cast(typ, val):
    return val


def overload(func):
    return func


def final(f):
    return f


def no_type_check(arg):
    return arg


def runtime_checkable(cls):
    return cls


def get_type_hints(obj):
    return dict(getattr(obj, '__annotations__', {}))


def get_origin(tp):
    return getattr(tp, '__origin__', None)


def get_args(tp):
    return getattr(tp, '__args__', ())
