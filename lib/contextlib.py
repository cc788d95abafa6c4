import sys
from functools import wraps
#if 3.0
from _collections import deque
#end


#if <3.0
class GeneratorContextManager(object):
    """What a function decorated with contextmanager returns."""

    def __init__(self, gen):
        self.gen = gen

    def __enter__(self):
        try:
#at 2.7:17
            return self.gen.next()
        except StopIteration:
            raise RuntimeError("generator didn't yield")

    def __exit__(self, type, value, traceback):
        if type is None:
            try:
#at 2.7:24
                self.gen.next()
            except StopIteration:
                return
            else:
#at 2.7:28
                raise RuntimeError("generator didn't stop")
        else:
            if value is None:
                value = type()
            try:
#at 2.7:35
                self.gen.throw(type, value, traceback)
                raise RuntimeError("generator didn't stop after throw()")
            except StopIteration as exc:
                return exc is not value
            except:
                if sys.exc_info()[1] is not value:
                    raise


def contextmanager(func):
    @wraps(func)
    def helper(*args, **kwds):
        return GeneratorContextManager(func(*args, **kwds))
    return helper


class closing(object):
    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc_info):
        self.thing.close()
#else
#if 3.6
class AbstractContextManager:
    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, traceback):
        return None


#end
class ContextDecorator(object):
    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
#at 3.6:50 3.7:72 3.8:73 3.9:77 3.10:77 3.11:79 3.12:79 3.13:83
        def inner(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)
        return inner


class _GeneratorContextManager(ContextDecorator, AbstractContextManager):
    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self.func, self.args, self.kwds = func, args, kwds
        doc = getattr(func, "__doc__", None)
        if doc is None:
            doc = type(self).__doc__
        self.__doc__ = doc

    def _recreate_cm(self):
        return self.__class__(self.func, self.args, self.kwds)

    def __enter__(self):
#if 3.7
        del self.args, self.kwds, self.func
#end
        try:
#at 3.6:81 3.7:112 3.8:113 3.9:119 3.10:135 3.11:137 3.12:137 3.13:141
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, typ, value, traceback):
        if typ is None:
            try:
#at 3.6:88 3.7:119 3.8:120 3.9:126 3.10:142 3.11:144 3.12:144 3.13:148
                next(self.gen)
            except StopIteration:
                return False
            else:
#if 3.11
                try:
#at 3.11:149 3.12:149 3.13:153
                    raise RuntimeError("generator didn't stop")
                finally:
                    self.gen.close()
#else
#at 3.6:92 3.7:123 3.8:124 3.9:130 3.10:146
                raise RuntimeError("generator didn't stop")
#end
        else:
            if value is None:
                value = typ()
            try:
#at 3.6:99 3.7:130 3.8:131 3.9:137 3.10:153 3.11:158 3.12:158 3.13:162
#if 3.12
                self.gen.throw(value)
#else
                self.gen.throw(typ, value, traceback)
#end
            except StopIteration as exc:
                return exc is not value
            except RuntimeError as exc:
                if exc is value:
#if 3.11
                    exc.__traceback__ = traceback
#end
                    return False
                if isinstance(value, StopIteration) and exc.__cause__ is value:
#if 3.11
                    value.__traceback__ = traceback
#end
                    return False
                raise
            except BaseException as exc:
                if exc is not value:
                    raise
#if 3.11
                exc.__traceback__ = traceback
#end
                return False
#if 3.11
            try:
#at 3.11:194 3.12:194 3.13:198
                raise RuntimeError("generator didn't stop after throw()")
            finally:
                self.gen.close()
#else
#at 3.6:126 3.7:161 3.8:162 3.9:169 3.10:185
            raise RuntimeError("generator didn't stop after throw()")
#end


def contextmanager(func):
    @wraps(func)
    def helper(*args, **kwds):
        return _GeneratorContextManager(func, args, kwds)
    return helper


class closing(AbstractContextManager):
    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc_info):
        self.thing.close()


class _RedirectStream(AbstractContextManager):
    _stream = None

    def __init__(self, new_target):
        self._new_target = new_target
        self._old_targets = []

    def __enter__(self):
        self._old_targets.append(getattr(sys, self._stream))
        setattr(sys, self._stream, self._new_target)
        return self._new_target

    def __exit__(self, exctype, excinst, exctb):
        setattr(sys, self._stream, self._old_targets.pop())


class redirect_stdout(_RedirectStream):
    _stream = "stdout"


class redirect_stderr(_RedirectStream):
    _stream = "stderr"


class suppress(AbstractContextManager):
    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, exctype, excinst, exctb):
        return exctype is not None and issubclass(exctype, self._exceptions)


class ExitStack(AbstractContextManager):
    def __init__(self):
        self._exit_callbacks = deque()

    def pop_all(self):
        new = type(self)()
        new._exit_callbacks = self._exit_callbacks
        self._exit_callbacks = deque()
        return new

    def push(self, exit):
        cls = type(exit)
        if hasattr(cls, '__exit__'):
            method = cls.__exit__
            self._push(True, lambda *details: method(exit, *details))
        else:
            self._push(True, exit)
        return exit

    def enter_context(self, cm):
        cls = type(cm)
        enter, exit = cls.__enter__, cls.__exit__
        result = enter(cm)
        self._push(True, lambda *details: exit(cm, *details))
        return result

    def callback(self, callback, *args, **kwds):
        def _exit_wrapper(exc_type, exc, tb):
            callback(*args, **kwds)
        _exit_wrapper.__wrapped__ = callback
        self._push(False, _exit_wrapper)
        return callback

    def _push(self, is_exit, callback):
        self._exit_callbacks.append((is_exit, callback))

    def __exit__(self, *exc_details):
        received = exc_details[0] is not None
        before = sys.exc_info()[1]
        suppressed = pending_raise = False
        while self._exit_callbacks:
            is_exit, callback = self._exit_callbacks.pop()
            try:
                if callback(*exc_details) and is_exit:
                    suppressed = True
                    pending_raise = False
                    exc_details = (None, None, None)
            except BaseException as new:
                old, link = exc_details[1], new
                while old is not None and link.__context__ not in (None, before, old):
                    link = link.__context__
                if link.__context__ is not old:
                    link.__context__ = old
                pending_raise = True
                exc_details = (type(new), new, new.__traceback__)
        if pending_raise:
            fixed = exc_details[1].__context__
            try:
                raise exc_details[1]
            except BaseException:
                exc_details[1].__context__ = fixed
                raise
        return received and suppressed

    def close(self):
        self.__exit__(None, None, None)
#end
#if 3.7


class nullcontext(AbstractContextManager):
    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *excinfo):
        pass
#end
