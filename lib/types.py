import sys as _sys


def _f():
    pass


FunctionType = LambdaType = type(_f)
CodeType = type(_f.__code__)
BuiltinFunctionType = BuiltinMethodType = type(len)
ModuleType = type(_sys)
NoneType = type(None)


def _g():
    yield 1


GeneratorType = type(_g())


class _C:
    def _m(self):
        pass


MethodType = type(_C()._m)
try:
    raise TypeError
except TypeError as _exc:
#if 3.0
    TracebackType = type(_exc.__traceback__)
    FrameType = type(_exc.__traceback__.tb_frame)
#else
    TracebackType = type(_sys.exc_info()[2])
    FrameType = type(_sys.exc_info()[2].tb_frame)
    _sys.exc_clear() if hasattr(_sys, 'exc_clear') else None
#end
#if <3.0
TypeType = type
ObjectType = object
IntType = int
LongType = long
FloatType = float
BooleanType = bool
ComplexType = complex
StringType = str
UnicodeType = unicode
StringTypes = (StringType, UnicodeType)
TupleType = tuple
ListType = list
DictType = DictionaryType = dict
ClassType = type(_C)
InstanceType = type(_C())
UnboundMethodType = MethodType
SliceType = slice
EllipsisType = type(Ellipsis)
NotImplementedType = type(NotImplemented)
XRangeType = xrange
#else
CellType = type((lambda x: lambda: x)(1).__closure__[0])
MappingProxyType = type(type.__dict__)
#if 3.10
EllipsisType = type(Ellipsis)
NotImplementedType = type(NotImplemented)
#end


class SimpleNamespace:
    def __init__(self, **kwargs):
        self.__dict__ = dict(kwargs)

    def __repr__(self):
        if id(self) in _under_way:
            return 'namespace(...)'
        _under_way.append(id(self))
        try:
            items = ['%s=%r' % pair for pair in self.__dict__.items()]
        finally:
            _under_way.pop()
        return 'namespace(%s)' % ', '.join(items)

    def __eq__(self, other):
        if isinstance(other, SimpleNamespace):
            return self.__dict__ == other.__dict__
        return NotImplemented

    __hash__ = None


_under_way = []


def new_class(name, bases=(), kwds=None, exec_body=None):
    kwds = dict(kwds or {})
    meta = kwds.pop('metaclass', type(bases[0]) if bases else type)
    space = {}
    if exec_body is not None:
        exec_body(space)
    return meta(name, tuple(bases), space, **kwds)


class DynamicClassAttribute:
    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget = fget

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            raise AttributeError()
        return self.fget(instance)
#end
