from _weakref import (
    getweakrefcount, getweakrefs, ref, proxy, CallableProxyType, ProxyType,
    ReferenceType)
from _weakrefset import WeakSet, _IterationGuard
#if <3.0
from _weakref import ReferenceError
from UserDict import UserDict as _Mapping
#else
import atexit as _atexit
from _collections_abc import Mapping as _AnyMapping, MutableMapping as _Mapping
#end

ProxyTypes = (ProxyType, CallableProxyType)


def _remove_dead_weakref(d, key):
    if key in d and d[key]() is None:
        del d[key]
#if 3.0


class WeakMethod(ref):
    """A weak reference to a bound method: it lives as long as its object."""

    __slots__ = ("_func_ref", "_meth_type", "_alive", "__weakref__")

    def __new__(cls, meth, callback=None):
        try:
            obj = meth.__self__
            func = meth.__func__
        except AttributeError:
            raise TypeError("argument should be a bound method, not {}"
                            .format(type(meth))) from None

        def _cb(arg):
            self = self_wr()
            if self._alive:
                self._alive = False
                if callback is not None:
                    callback(self)

        self = ref.__new__(cls, obj, _cb)
        self._func_ref = ref(func, _cb)
        self._meth_type = type(meth)
        self._alive = True
        self_wr = ref(self)
        return self

    def __call__(self):
        obj = super().__call__()
        func = self._func_ref()
        if obj is None or func is None:
            return None
        return self._meth_type(func, obj)

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
#if 3.9
            return NotImplemented
#else
            return False
#end
        if not self._alive or not other._alive:
            return self is other
        return ref.__eq__(self, other) and self._func_ref == other._func_ref

    def __ne__(self, other):
        if not isinstance(other, WeakMethod):
#if 3.9
            return NotImplemented
#else
            return True
#end
        if not self._alive or not other._alive:
            return self is not other
        return ref.__ne__(self, other) or self._func_ref != other._func_ref

    __hash__ = ref.__hash__
#end


class WeakValueDictionary(_Mapping):
#if 3.8
    def __init__(self, other=(), /, **kw):
#else
    def __init__(*args, **kw):
        if not args:
            raise TypeError("descriptor '__init__' of 'WeakValueDictionary' "
                            "object needs an argument")
        self, args = args[0], args[1:]
        if len(args) > 1:
            raise TypeError('expected at most 1 arguments, got %d' % len(args))

#end
        def remove(wr, selfref=ref(self), _atomic_removal=_remove_dead_weakref):
            self = selfref()
            if self is not None:
                if self._iterating:
                    self._pending_removals.append(wr.key)
                else:
#if 3.7
                    _atomic_removal(self.data, wr.key)
#else
#if 3.0
                    _atomic_removal(d, wr.key)
#else
                    _atomic_removal(self.data, wr.key)
#end
#end

        self._remove = remove
        self._pending_removals = []
        self._iterating = set()
#if 3.8
        self.data = {}
        self.update(other, **kw)
#else
#if 3.7
        self.data = {}
        self.update(*args, **kw)
#else
#if 3.0
        self.data = d = {}
        self.update(*args, **kw)
#else
        _Mapping.__init__(self, *args, **kw)
#end
#end
#end

    def _commit_removals(self):
        pending = self._pending_removals
        d = self.data
        while pending:
            _remove_dead_weakref(d, pending.pop())

#at 2.7:80 3.6:134 3.7:134 3.8:128 3.9:134 3.10:134 3.11:133 3.12:133 3.13:133
    def __getitem__(self, key):
        if self._pending_removals:
            self._commit_removals()
        o = self.data[key]()
        if o is None:
#if <3.0
            raise KeyError, key
#else
            raise KeyError(key)
#end
        return o

#at 2.7:89 3.6:143 3.7:143 3.8:137 3.9:143 3.10:143 3.11:142 3.12:142 3.13:142
    def __delitem__(self, key):
        if self._pending_removals:
            self._commit_removals()
        del self.data[key]

#if 3.0
    def __len__(self):
        if self._pending_removals:
            self._commit_removals()
        return len(self.data)

#end
    def __contains__(self, key):
        if self._pending_removals:
            self._commit_removals()
        try:
            o = self.data[key]()
        except KeyError:
            return False
        return o is not None
#if <3.0

    has_key = __contains__
#end

    def __repr__(self):
#if <3.0
        return "<WeakValueDictionary at %s>" % id(self)
#else
        return "<%s at %#x>" % (self.__class__.__name__, id(self))
#end

    def __setitem__(self, key, value):
        if self._pending_removals:
            self._commit_removals()
        self.data[key] = KeyedRef(value, self._remove, key)

    def copy(self):
        if self._pending_removals:
            self._commit_removals()
        new = WeakValueDictionary()
#if 3.7
        with _IterationGuard(self):
            for key, wr in self.data.items():
                o = wr()
                if o is not None:
                    new[key] = o
#else
        for key, wr in self.data.items():
            o = wr()
            if o is not None:
                new[key] = o
#end
        return new

    __copy__ = copy

    def __deepcopy__(self, memo):
        from copy import deepcopy
        if self._pending_removals:
            self._commit_removals()
        new = self.__class__()
#if 3.7
        with _IterationGuard(self):
            for key, wr in self.data.items():
                o = wr()
                if o is not None:
                    new[deepcopy(key, memo)] = o
#else
        for key, wr in self.data.items():
            o = wr()
            if o is not None:
                new[deepcopy(key, memo)] = o
#end
        return new

    def get(self, key, default=None):
        if self._pending_removals:
            self._commit_removals()
        try:
            wr = self.data[key]
        except KeyError:
            return default
        o = wr()
        return default if o is None else o
#if <3.0

    def clear(self):
        if self._pending_removals:
            self._commit_removals()
        self.data.clear()

    def items(self):
        if self._pending_removals:
            self._commit_removals()
        found = []
        for key, wr in self.data.items():
            o = wr()
            if o is not None:
                found.append((key, o))
        return found

    def values(self):
        if self._pending_removals:
            self._commit_removals()
        found = []
        for wr in self.data.values():
            o = wr()
            if o is not None:
                found.append(o)
        return found

    def iteritems(self):
        if self._pending_removals:
            self._commit_removals()
        with _IterationGuard(self):
            for wr in self.data.itervalues():
                value = wr()
                if value is not None:
                    yield wr.key, value

    def iterkeys(self):
        if self._pending_removals:
            self._commit_removals()
        with _IterationGuard(self):
            for k in self.data.iterkeys():
                yield k

    __iter__ = iterkeys

    def itervalues(self):
        if self._pending_removals:
            self._commit_removals()
        with _IterationGuard(self):
            for wr in self.data.itervalues():
                obj = wr()
                if obj is not None:
                    yield obj
#else

    def items(self):
        if self._pending_removals:
            self._commit_removals()
        with _IterationGuard(self):
            for k, wr in self.data.items():
                v = wr()
                if v is not None:
                    yield k, v

    def keys(self):
        if self._pending_removals:
            self._commit_removals()
        with _IterationGuard(self):
            for k, wr in self.data.items():
                if wr() is not None:
                    yield k

    __iter__ = keys

    def values(self):
        if self._pending_removals:
            self._commit_removals()
        with _IterationGuard(self):
            for wr in self.data.values():
                obj = wr()
                if obj is not None:
                    yield obj
#end

    def itervaluerefs(self):
        if self._pending_removals:
            self._commit_removals()
        with _IterationGuard(self):
#if <3.0
            for wr in self.data.itervalues():
                yield wr
#else
            yield from self.data.values()
#end

    def valuerefs(self):
        if self._pending_removals:
            self._commit_removals()
        return list(self.data.values())

    def popitem(self):
        if self._pending_removals:
            self._commit_removals()
        while True:
            key, wr = self.data.popitem()
            o = wr()
            if o is not None:
                return key, o

    def pop(self, key, *args):
        if self._pending_removals:
            self._commit_removals()
        try:
            o = self.data.pop(key)()
        except KeyError:
            o = None
        if o is None:
            if args:
                return args[0]
#if <3.0
            raise KeyError, key
#else
            raise KeyError(key)
#end
        return o

    def setdefault(self, key, default=None):
#if <3.0
        if self._pending_removals:
            self._commit_removals()
#end
        try:
            o = self.data[key]()
        except KeyError:
            o = None
        if o is not None:
            return o
#if 3.0
        if self._pending_removals:
            self._commit_removals()
#end
        self.data[key] = KeyedRef(default, self._remove, key)
        return default

#if 3.8
    def update(self, other=None, /, **kwargs):
#else
    def update(*args, **kwargs):
        if not args:
            raise TypeError("descriptor 'update' of 'WeakValueDictionary' "
                            "object needs an argument")
        self, args = args[0], args[1:]
        if len(args) > 1:
            raise TypeError('expected at most 1 arguments, got %d' % len(args))
        other = args[0] if args else None
#end
        if self._pending_removals:
            self._commit_removals()
        d = self.data
        if other is not None:
            if not hasattr(other, "items"):
                other = dict(other)
            for key, o in other.items():
                d[key] = KeyedRef(o, self._remove, key)
#if 3.8
        for key, o in kwargs.items():
            d[key] = KeyedRef(o, self._remove, key)
#else
        if kwargs:
            self.update(kwargs)
#end
#if 3.9

    def __ior__(self, other):
        self.update(other)
        return self

    def __or__(self, other):
        if not isinstance(other, _AnyMapping):
            return NotImplemented
        new = self.copy()
        new.update(other)
        return new

    def __ror__(self, other):
        if not isinstance(other, _AnyMapping):
            return NotImplemented
        new = self.__class__()
        new.update(other)
        new.update(self)
        return new
#end


class KeyedRef(ref):
    """A reference that knows the key of its value in a WeakValueDictionary."""

    __slots__ = ("key",)

    def __new__(type, ob, callback, key):
        self = ref.__new__(type, ob, callback)
        self.key = key
        return self

    def __init__(self, ob, callback, key):
        super(KeyedRef, self).__init__(ob, callback)


class WeakKeyDictionary(_Mapping):
    def __init__(self, dict=None):
        self.data = {}

        def remove(k, selfref=ref(self)):
            self = selfref()
            if self is not None:
                if self._iterating:
                    self._pending_removals.append(k)
                else:
#if 3.9
                    try:
                        del self.data[k]
                    except KeyError:
                        pass
#else
                    del self.data[k]
#end

        self._remove = remove
        self._pending_removals = []
        self._iterating = set()
#if 3.0
        self._dirty_len = False
#end
        if dict is not None:
            self.update(dict)

    def _commit_removals(self):
        pending = self._pending_removals
        d = self.data
        while pending:
            try:
                del d[pending.pop()]
            except KeyError:
                pass
#if 3.0

    def _scrub_removals(self):
        d = self.data
        self._pending_removals = [k for k in self._pending_removals if k in d]
        self._dirty_len = False
#end

#at 2.7:359 3.6:389 3.7:391 3.8:378 3.9:411 3.10:411 3.11:410 3.12:410 3.13:410
    def __delitem__(self, key):
#if 3.0
        self._dirty_len = True
#end
        del self.data[ref(key)]

    def __getitem__(self, key):
        return self.data[ref(key)]

#if 3.0
    def __len__(self):
        if self._dirty_len and self._pending_removals:
            self._scrub_removals()
        return len(self.data) - len(self._pending_removals)

#end
    def __repr__(self):
#if <3.0
        return "<WeakKeyDictionary at %s>" % id(self)
#else
        return "<%s at %#x>" % (self.__class__.__name__, id(self))
#end

    def __setitem__(self, key, value):
        self.data[ref(key, self._remove)] = value

    def copy(self):
        new = WeakKeyDictionary()
#if 3.7
        with _IterationGuard(self):
            for key, value in self.data.items():
                o = key()
                if o is not None:
                    new[o] = value
#else
        for key, value in self.data.items():
            o = key()
            if o is not None:
                new[o] = value
#end
        return new

    __copy__ = copy

    def __deepcopy__(self, memo):
        from copy import deepcopy
        new = self.__class__()
#if 3.7
        with _IterationGuard(self):
            for key, value in self.data.items():
                o = key()
                if o is not None:
                    new[o] = deepcopy(value, memo)
#else
        for key, value in self.data.items():
            o = key()
            if o is not None:
                new[o] = deepcopy(value, memo)
#end
        return new

    def get(self, key, default=None):
        return self.data.get(ref(key), default)

    def __contains__(self, key):
        try:
            wr = ref(key)
        except TypeError:
#if <3.0
            return 0
#else
            return False
#end
        return wr in self.data
#if <3.0

    has_key = __contains__

    def items(self):
        found = []
        for key, value in self.data.items():
            o = key()
            if o is not None:
                found.append((o, value))
        return found

    def keys(self):
        found = []
        for wr in self.data.keys():
            o = wr()
            if o is not None:
                found.append(o)
        return found

    def iterkeyrefs(self):
        with _IterationGuard(self):
            for wr in self.data.iterkeys():
                yield wr

    def iteritems(self):
        with _IterationGuard(self):
            for wr, value in self.data.iteritems():
                key = wr()
                if key is not None:
                    yield key, value

    def iterkeys(self):
        with _IterationGuard(self):
            for wr in self.data.iterkeys():
                obj = wr()
                if obj is not None:
                    yield obj

    __iter__ = iterkeys

    def itervalues(self):
        with _IterationGuard(self):
            for value in self.data.itervalues():
                yield value
#else

    def items(self):
        with _IterationGuard(self):
            for wr, value in self.data.items():
                key = wr()
                if key is not None:
                    yield key, value

    def keys(self):
        with _IterationGuard(self):
            for wr in self.data:
                obj = wr()
                if obj is not None:
                    yield obj

    __iter__ = keys

    def values(self):
        with _IterationGuard(self):
            for wr, value in self.data.items():
                if wr() is not None:
                    yield value
#end

    def keyrefs(self):
        return list(self.data)

    def popitem(self):
#if 3.0
        self._dirty_len = True
#end
        while True:
            key, value = self.data.popitem()
            o = key()
            if o is not None:
                return o, value

    def pop(self, key, *args):
#if 3.0
        self._dirty_len = True
#end
        return self.data.pop(ref(key), *args)

    def setdefault(self, key, default=None):
        return self.data.setdefault(ref(key, self._remove), default)

#if 3.8
    def update(self, dict=None, /, **kwargs):
#else
    def update(self, dict=None, **kwargs):
#end
        d = self.data
        if dict is not None:
            if not hasattr(dict, "items"):
                dict = type({})(dict)
            for key, value in dict.items():
                d[ref(key, self._remove)] = value
        if kwargs:
            self.update(kwargs)
#if 3.9

    def __ior__(self, other):
        self.update(other)
        return self

    def __or__(self, other):
        if not isinstance(other, _AnyMapping):
            return NotImplemented
        new = self.copy()
        new.update(other)
        return new

    def __ror__(self, other):
        if not isinstance(other, _AnyMapping):
            return NotImplemented
        new = self.__class__()
        new.update(other)
        new.update(self)
        return new
#end
#if 3.0


class finalize:
    """A callable that is called once: by hand, when its object dies, or at exit."""

    __slots__ = ()
    _registry = {}
    _shutdown = False
    _index = 0
    _dirty = False
    _registered_with_atexit = False

    class _Info:
        __slots__ = ("weakref", "func", "args", "kwargs", "atexit", "index")

#if 3.9
    def __init__(self, obj, func, /, *args, **kwargs):
#else
#if 3.7
    def __init__(*args, **kwargs):
        if not args:
            raise TypeError("descriptor '__init__' of 'finalize' object "
                            "needs an argument")
        self, args = args[0], args[1:]
        given = len(args)
        named = [name for name in ("obj", "func")[given:] if name in kwargs]
        if given + len(named) < 2:
            raise TypeError('finalize expected at least 2 positional '
                            'arguments, got %d' % given)
        args = args[:given] + tuple([kwargs.pop(name) for name in named])
        obj, func, args = args[0], args[1], args[2:]
#else
    def __init__(self, obj, func, *args, **kwargs):
#end
#end
        if not self._registered_with_atexit:
            _atexit.register(self._exitfunc)
            finalize._registered_with_atexit = True
        info = self._Info()
        info.weakref = ref(obj, self)
        info.func = func
        info.args = args
        info.kwargs = kwargs or None
        info.atexit = True
        info.index = finalize._index
        finalize._index += 1
        self._registry[self] = info
        finalize._dirty = True

#at 3.6:543 3.7:567 3.8:561 3.9:586 3.10:586 3.11:585 3.12:585 3.13:585
    def __call__(self, _=None):
        """Calls what it was made with, the first time; what that gives
        is returned, and None later on."""
        info = self._registry.pop(self, None)
        if info and not self._shutdown:
            return info.func(*info.args, **(info.kwargs or {}))

    def detach(self):
        info = self._registry.get(self)
        obj = info and info.weakref()
        if obj is not None and self._registry.pop(self, None):
            return (obj, info.func, info.args, info.kwargs or {})

    def peek(self):
        info = self._registry.get(self)
        obj = info and info.weakref()
        if obj is not None:
            return (obj, info.func, info.args, info.kwargs or {})

    @property
    def alive(self):
        return self in self._registry

    @property
    def atexit(self):
        info = self._registry.get(self)
        return bool(info) and info.atexit

    @atexit.setter
    def atexit(self, value):
        info = self._registry.get(self)
        if info:
            info.atexit = bool(value)

    def __repr__(self):
        info = self._registry.get(self)
        obj = info and info.weakref()
        if obj is None:
            return '<%s object at %#x; dead>' % (type(self).__name__, id(self))
        return '<%s object at %#x; for %r at %#x>' % (
            type(self).__name__, id(self), type(obj).__name__, id(obj))

    @classmethod
    def _select_for_exit(cls):
        waiting = [(i.index, f) for f, i in cls._registry.items() if i.atexit]
        waiting.sort(key=lambda pair: pair[0])
        return [f for index, f in waiting]

    @classmethod
    def _exitfunc(cls):
        import gc
        import sys
        enabled = gc.isenabled()
        try:
            if cls._registry:
                gc.disable()
                pending = None
                while True:
                    if pending is None or finalize._dirty:
                        pending = cls._select_for_exit()
                        finalize._dirty = False
                    if not pending:
                        break
                    f = pending.pop()
                    try:
                        f()
                    except Exception:
                        sys.excepthook(*sys.exc_info())
        finally:
            finalize._shutdown = True
            if enabled:
                gc.enable()
#end
