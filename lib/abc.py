from _weakrefset import WeakSet


def abstractmethod(funcobj):
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractproperty(property):
    __isabstractmethod__ = True
#if 3.0


class abstractclassmethod(classmethod):
    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractstaticmethod(staticmethod):
    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)
#end


def _is_abstract(value):
    if isinstance(value, property):
        for part in (value.fget, value.fset, value.fdel):
            if getattr(part, '__isabstractmethod__', False):
                return True
        return isinstance(value, abstractproperty)
    if isinstance(value, (classmethod, staticmethod)):
        value = value.__func__
    return getattr(value, '__isabstractmethod__', False)


def _abstract_names(cls, bases, space):
    names = [name for name, value in space.items() if _is_abstract(value)]
    for base in bases:
        for name in getattr(base, '__abstractmethods__', ()):
            if name not in names and _is_abstract(getattr(cls, name, None)):
                names.append(name)
    return frozenset(names)


class ABCMeta(type):
#if 3.6
    def __new__(mcls, name, bases, namespace, **kwargs):
        cls = type.__new__(mcls, name, bases, namespace, **kwargs)
#else
    def __new__(mcls, name, bases, namespace):
        cls = type.__new__(mcls, name, bases, namespace)
#end
        cls.__abstractmethods__ = _abstract_names(cls, bases, namespace)
        cls._abc_registry = ()
        return cls

    def register(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError('Can only register classes')
        if not issubclass(subclass, cls):
            if issubclass(cls, subclass):
                raise RuntimeError('Refusing to create an inheritance cycle')
            cls._abc_registry = cls._abc_registry + (subclass,)
        return subclass

    def __instancecheck__(cls, instance):
        return cls.__subclasscheck__(type(instance))

    def __subclasscheck__(cls, subclass):
        if _has_hook(cls):
            answer = cls.__subclasshook__(subclass)
            if answer is not NotImplemented:
                return answer
        if cls in getattr(subclass, '__mro__', ()):
            return True
        for known in cls._abc_registry:
            if issubclass(subclass, known):
                return True
        for known in type.__subclasses__(cls):
            if issubclass(subclass, known):
                return True
        return False


def _has_hook(cls):
    for c in cls.__mro__:
        if c is not object and '__subclasshook__' in c.__dict__:
            return True
    return False
#if 3.4


ABC = ABCMeta('ABC', (), {'__slots__': (), '__module__': 'abc'})
#end
