# no slots at all
import gc


class Empty(object):
    __slots__ = ()


class One(object):
    __slots__ = ("x",)


print(gc.is_tracked(Empty()), gc.is_tracked(One()))
