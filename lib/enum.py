#since 3.4


class auto:
    """A value to be found by _generate_next_value_."""


def _is_descriptor(obj):
    return isinstance(obj, _descriptors) or '__get__' in type(obj).__dict__


_descriptors = (type(lambda: 0), type(len), property, staticmethod, classmethod)


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == '__'


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == '_' and name[1] != '_'


def _count_up(name, start, count, last_values):
    for last in reversed(last_values):
        try:
            return last + 1
        except TypeError:
            pass
    return start


def _double(name, start, count, last_values):
    high = 0
    for last in last_values:
        high = max(high, last)
    value = 1
    while value <= high:
        value *= 2
    return value


class EnumMeta(type):
    def __new__(metacls, cls, bases, classdict, **kwds):
        space = dict(classdict)
        generate = space.get('_generate_next_value_')
        if generate is None:
            for base in bases:
                generate = getattr(base, '_generate_next_value_', generate)
        if isinstance(generate, staticmethod):
            generate = generate.__func__
        values, last = [], []
        for key, value in classdict.items():
            if _is_sunder(key) or _is_dunder(key) or _is_descriptor(value):
                continue
            if isinstance(value, auto):
                value = (generate or _count_up)(key, 1, len(last), last[:])
            del space[key]
            values.append((key, value))
            last.append(value)
        mixin = None
        for base in bases:
            for c in base.__mro__:
                if c not in (object,) and not isinstance(c, EnumMeta):
                    mixin = c
                    break
            if isinstance(base, EnumMeta) and getattr(base, '_member_names_', ()):
#if 3.11
                raise TypeError("<enum %r> cannot extend %r" % (cls, base))
#else
                raise TypeError("%s: cannot extend enumeration %r" % (
                    cls, base.__name__))
#end
        space['_member_names_'] = []
        space['_member_map_'] = {}
        space['_value2member_map_'] = {}
        space['_member_type_'] = mixin or object
        if mixin is not None and '__repr__' not in space:
            space['__repr__'] = Enum.__repr__
        new = None
        if values and '__new__' in space:
            new = space.pop('__new__')
        result = type.__new__(metacls, cls, bases, space)
        for name, value in values:
            args = value if isinstance(value, tuple) else (value,)
            if new is not None:
                if isinstance(new, staticmethod):
                    new = new.__func__
                member = new(result, *args)
                if not hasattr(member, '_value_'):
                    member._value_ = value
            elif mixin is not None and mixin is not object:
                member = mixin.__new__(result, *args)
                member._value_ = mixin(*args) if mixin is not tuple else value
            else:
                member = object.__new__(result)
                member._value_ = value
            if not hasattr(member, '_value_'):
                member._value_ = value
            member._name_ = name
            member.__objclass__ = result
            if any(['__init__' in c.__dict__ for c in result.__mro__
                    if isinstance(c, EnumMeta)]):
                member.__init__(*args)
            for known in result._member_map_.values():
                if known._value_ == member._value_:
                    member = known
                    break
            else:
                result._member_names_.append(name)
                member._sort_order_ = len(result._member_names_) - 1
            type.__setattr__(result, name, member)
            result._member_map_[name] = member
            try:
                result._value2member_map_.setdefault(member._value_, member)
            except TypeError:
                pass
        return result

    def __bool__(self):
        return True

    def __call__(cls, value, names=None, *, module=None, qualname=None, type=None,
                 start=1):
        if names is None:
            return Enum.__new__(cls, value)
        if isinstance(names, str):
            names = names.replace(',', ' ').split()
        space = {}
        for i, name in enumerate(names):
            if isinstance(name, str):
                space[name] = i + start
            else:
                space[name[0]] = name[1]
        space['__module__'] = module or '__main__'
        return EnumMeta.__new__(EnumMeta, value, (cls,), space)

    def __contains__(cls, member):
#if 3.12
        if isinstance(member, cls):
            return True
        return member in cls._value2member_map_
#else
        return isinstance(member, cls) and member._name_ in cls._member_map_
#end

    def __delattr__(cls, attr):
        if attr in cls._member_map_:
#if 3.11
            raise AttributeError("%r cannot delete member %r." % (
                cls.__name__, attr))
#else
            raise AttributeError("%s: cannot delete Enum member." % cls.__name__)
#end
        super().__delattr__(attr)

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get('_member_map_', {}):
#if 3.11
            raise AttributeError('cannot reassign member %r' % (name,))
#else
            raise AttributeError('Cannot reassign members.')
#end
        super().__setattr__(name, value)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return iter([cls._member_map_[name] for name in cls._member_names_])

    def __reversed__(cls):
        return iter([cls._member_map_[name] for name in cls._member_names_[::-1]])

    def __len__(cls):
        return len(cls._member_names_)

    @property
    def __members__(cls):
        return dict(cls._member_map_)

    def __repr__(cls):
        return "<enum %r>" % cls.__name__


EnumType = EnumMeta


class Enum(metaclass=EnumMeta):
    def __new__(cls, value):
        if type(value) is cls:
            return value
        try:
            return cls._value2member_map_[value]
        except KeyError:
            pass
        except TypeError:
            for member in cls._member_map_.values():
                if member._value_ == value:
                    return member
        result = cls._missing_(value)
        if isinstance(result, cls):
            return result
        raise ValueError("%r is not a valid %s" % (value,
#if 3.8
                         cls.__qualname__))
#else
                         cls.__name__))
#end

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        return "<%s.%s: %r>" % (self.__class__.__name__, self._name_, self._value_)

    def __str__(self):
        return "%s.%s" % (self.__class__.__name__, self._name_)

    def __format__(self, format_spec):
        return format(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


class IntEnum(int, Enum):
#if 3.11
    def __str__(self):
        return int.__repr__(self._value_)

    def __format__(self, format_spec):
        return format(self._value_, format_spec)
#else
    pass
#end
#if 3.11


class StrEnum(str, Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()

    def __str__(self):
        return self._value_

    def __format__(self, format_spec):
        return format(self._value_, format_spec)
#end


def unique(enumeration):
    duplicates = [(name, member.name)
                  for name, member in enumeration._member_map_.items()
                  if name != member.name]
    if duplicates:
        raise ValueError('duplicate values found in %r: %s' % (
            enumeration, ', '.join(['%s -> %s' % pair for pair in duplicates])))
    return enumeration
