#since 3.7


class _Missing:
    pass


MISSING = _Missing()


class FrozenInstanceError(AttributeError):
    pass


class _HAS_DEFAULT_FACTORY_CLASS:
    def __repr__(self):
        return '<factory>'


_HAS_DEFAULT_FACTORY = _HAS_DEFAULT_FACTORY_CLASS()


class Field:
    __slots__ = ('name', 'type', 'default', 'default_factory', 'repr', 'hash', 'init',
                 'compare', 'metadata', 'kw_only', '_field_type')

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata,
                 kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = metadata
        self.kw_only = kw_only


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None,
          compare=True, metadata=None, kw_only=MISSING):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError('cannot specify both default and default_factory')
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _fields_of(cls, kw_only):
    fields = {}
    for b in cls.__mro__[-1:0:-1]:
        for f in getattr(b, '__dataclass_fields__', {}).values():
            fields[f.name] = f
    annotations = cls.__dict__['__annotations__'] if (
        '__annotations__' in cls.__dict__) else {}
    for name, type_ in annotations.items():
        if getattr(type_, '_is_class_var', False) or (
                isinstance(type_, str) and 'ClassVar' in type_):
            continue
        default = cls.__dict__[name] if name in cls.__dict__ else MISSING
        if isinstance(default, Field):
            f = default
        else:
            f = field(default=default)
        f.name = name
        f.type = type_
        if f.kw_only is MISSING:
            f.kw_only = kw_only
        if isinstance(default, Field):
            if f.default is MISSING:
                delattr(cls, name)
            else:
                setattr(cls, name, f.default)
#if 3.11
        if f.default is not MISSING and f.default.__class__.__hash__ is None:
#else
        if isinstance(f.default, (list, dict, set)):
#end
            raise ValueError('mutable default %s for field %s is not allowed: use '
                             'default_factory' % (type(f.default), name))
        fields[name] = f
    return fields


def _make_init(cls, fields, frozen):
    init_fields = ([f for f in fields if f.init and not f.kw_only] +
                   [f for f in fields if f.init and f.kw_only])
    seen_default = False
    for f in init_fields:
        if f.kw_only:
            continue
        if f.default is not MISSING or f.default_factory is not MISSING:
            seen_default = True
        elif seen_default:
            raise TypeError('non-default argument %r follows default argument'
                            % (f.name,))
    positional = [f for f in init_fields if not f.kw_only]
#if 3.10
    called = cls.__qualname__ + '.__init__'
#else
    called = '__init__'
#end

    def __init__(*args, **kwargs):
        self, args = args[0], args[1:]
        if len(args) > len(positional):
            raise TypeError(_too_many(called, positional, args))
        given = {}
        for f, value in zip(positional, args):
            given[f.name] = value
        for name, value in kwargs.items():
            if name in given:
                raise TypeError("%s() got multiple values for argument '%s'" % (
                    called, name))
            if name not in [f.name for f in init_fields]:
                raise TypeError("%s() got an unexpected keyword argument '%s'" % (
                    called, name))
            given[name] = value
        missing = [f for f in positional
                   if f.name not in given and f.default is MISSING
                   and f.default_factory is MISSING]
        if missing:
            raise TypeError(_lacking(called, missing, 'positional'))
        missing = [f for f in init_fields
                   if f.name not in given and f.default is MISSING
                   and f.default_factory is MISSING]
        if missing:
            raise TypeError(_lacking(called, missing, 'keyword-only'))
        for f in fields:
            if f.name in given:
                value = given[f.name]
            elif f.default_factory is not MISSING:
                value = f.default_factory()
            elif f.default is not MISSING and f.init:
                value = f.default
            else:
                continue
            if frozen:
                object.__setattr__(self, f.name, value)
            else:
                setattr(self, f.name, value)
        if hasattr(self, '__post_init__'):
            self.__post_init__()
    return __init__


def _too_many(called, positional, args):
    least = 1 + len([f for f in positional if f.default is MISSING
                     and f.default_factory is MISSING])
    most = 1 + len(positional)
    how = '%d' % most if least == most else 'from %d to %d' % (least, most)
    return '%s() takes %s positional argument%s but %d were given' % (
        called, how, '' if most == 1 else 's', len(args) + 1)


def _lacking(called, fields, kind):
    names = [repr(f.name) for f in fields]
    if len(names) == 1:
        listed = names[0]
    elif len(names) == 2:
        listed = ' and '.join(names)
    else:
        listed = ', '.join(names[:-1]) + ', and ' + names[-1]
    return '%s() missing %d required %s argument%s: %s' % (
        called, len(names), kind, 's' if len(names) > 1 else '', listed)


_under_way = []


def _make_repr(fields):
    def __repr__(self):
        if id(self) in _under_way:
            return '...'
        _under_way.append(id(self))
        try:
            return self.__class__.__qualname__ + '(' + ', '.join(
                ['%s=%r' % (f.name, getattr(self, f.name))
                 for f in fields if f.repr]) + ')'
        finally:
            _under_way.pop()
    return __repr__


def _values(self, fields):
    return tuple([getattr(self, f.name) for f in fields])


def _make_compare(fields, how):
    def method(self, other):
        if other.__class__ is not self.__class__:
            return NotImplemented
        return how(_values(self, fields), _values(other, fields))
    return method


def _set(cls, name, function):
    if name in cls.__dict__:
        return False
    function.__name__ = name
    function.__qualname__ = cls.__qualname__ + '.' + name
    setattr(cls, name, function)
    return True


def _process(cls, init, repr, eq, order, unsafe_hash, frozen, kw_only, match_args):
    all_fields = _fields_of(cls, kw_only)
    cls.__dataclass_fields__ = all_fields
    cls.__dataclass_params__ = (init, repr, eq, order, unsafe_hash, frozen)
    fields = list(all_fields.values())
    had_hash = '__hash__' in cls.__dict__ and cls.__dict__['__hash__'] is not None
    if init:
        made = _make_init(cls, fields, frozen)
        made.__name__ = '__init__'
        made.__qualname__ = cls.__qualname__ + '.__init__'
        cls.__init__ = made
    if repr:
        _set(cls, '__repr__', _make_repr(fields))
    compared = [f for f in fields if f.compare]
    if eq:
        _set(cls, '__eq__', _make_compare(compared, lambda a, b: a == b))
    if order:
        if not eq:
            raise ValueError('eq must be true if order is true')
        for name, how in (('__lt__', lambda a, b: a < b), ('__le__', lambda a, b: a <= b),
                          ('__gt__', lambda a, b: a > b), ('__ge__', lambda a, b: a >= b)):
            if not _set(cls, name, _make_compare(compared, how)):
                raise TypeError('Cannot overwrite attribute %s in class %s. Consider '
                                'using functools.total_ordering' % (name, cls.__name__))
    if frozen:
        names = [f.name for f in fields]

        def __setattr__(self, name, value):
            if type(self) is cls or name in names:
                raise FrozenInstanceError('cannot assign to field %r' % name)
            super(cls, self).__setattr__(name, value)

        def __delattr__(self, name):
            if type(self) is cls or name in names:
                raise FrozenInstanceError('cannot delete field %r' % name)
            super(cls, self).__delattr__(name)

        _set(cls, '__setattr__', __setattr__)
        _set(cls, '__delattr__', __delattr__)
    hashed = [f for f in fields if (f.compare if f.hash is None else f.hash)]
    if (unsafe_hash or (eq and frozen)) and not had_hash:
        def __hash__(self):
            return hash(_values(self, hashed))
        cls.__hash__ = __hash__
    elif eq and not frozen and not had_hash:
        cls.__hash__ = None
#if 3.10
    if match_args and '__match_args__' not in cls.__dict__:
        cls.__match_args__ = tuple([f.name for f in fields if f.init and not f.kw_only])
#end
    return cls


def dataclass(cls=None, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False,
              frozen=False, match_args=True, kw_only=False, slots=False):
    def wrap(cls):
        made = _process(cls, init, repr, eq, order, unsafe_hash, frozen, kw_only,
                        match_args)
        return _with_slots(made) if slots else made
    return wrap if cls is None else wrap(cls)


def _with_slots(cls):
    space = dict(cls.__dict__)
    names = tuple([f.name for f in cls.__dataclass_fields__.values()])
    space['__slots__'] = names
    for name in names:
        space.pop(name, None)
    space.pop('__dict__', None)
    space.pop('__weakref__', None)
    made = type(cls)(cls.__name__, cls.__bases__, space)
    made.__qualname__ = cls.__qualname__
    return made


def fields(class_or_instance):
    found = getattr(class_or_instance, '__dataclass_fields__', None)
    if found is None:
        raise TypeError('must be called with a dataclass type or instance')
    return tuple(found.values())


def is_dataclass(obj):
    return hasattr(obj if isinstance(obj, type) else type(obj), '__dataclass_fields__')


def _plain(value, factory):
    if hasattr(type(value), '__dataclass_fields__'):
        return factory([(f.name, _plain(getattr(value, f.name), factory))
                        for f in fields(value)])
    if isinstance(value, list):
        return [_plain(v, factory) for v in value]
    if isinstance(value, tuple):
        return tuple([_plain(v, factory) for v in value])
    if isinstance(value, dict):
        return dict([(_plain(k, factory), _plain(v, factory))
                     for k, v in value.items()])
    return value


def asdict(obj, *, dict_factory=dict):
    return _plain(obj, dict_factory)


def astuple(obj, *, tuple_factory=tuple):
    return tuple_factory([_tuple_of(getattr(obj, f.name)) for f in fields(obj)])


def _tuple_of(value):
    return astuple(value) if hasattr(type(value), '__dataclass_fields__') else value


def replace(obj, **changes):
    for f in fields(obj):
        if f.init and f.name not in changes:
            changes[f.name] = getattr(obj, f.name)
    return obj.__class__(**changes)
