from _weakref import ref as _ref


class Error(Exception):
    pass


error = Error


#if <3.0
class _Classic:
    pass


#end
def _itself(x, memo=None):
    return x


_immutable = [type(None), int, float, bool, complex, str, bytes, type, type(Ellipsis),
              type(NotImplemented), type(len), type(_itself), _ref,
#if 3.0
              range, property,
#else
              long, unicode, xrange, type(_Classic),
#end
              ]
_copied = dict.fromkeys(_immutable + [tuple, frozenset, slice])
_deep = dict.fromkeys(_immutable)


def copy(x):
    cls = type(x)
    if cls in _copied or issubclass(cls, type):
        return x
    if cls is list or cls is dict or cls is set:
        return cls(x)
    method = getattr(cls, "__copy__", None)
#if <3.0
    if method is None and hasattr(x, "__copy__"):
        return x.__copy__()
#end
    if method is not None:
        return method(x)
    y = _new(x)
    state = _state(x)
    _set_state(y, state)
    return y


def _new(x):
    """An empty object of the same class; what a built-in base holds is copied."""
#if <3.0
    if hasattr(x, "__class__") and x.__class__ is not type(x):
        y = _Empty()
        y.__class__ = x.__class__
        return y
#end
    cls = x.__class__
    if isinstance(x, BaseException):
        y = cls.__new__(cls, *x.args)
        y.args = x.args
        return y
    for base in (int, float, str, bytes, tuple, frozenset):
        if isinstance(x, base):
            return base.__new__(cls, x)
    y = cls.__new__(cls)
    if isinstance(x, list):
        y.extend(x)
    elif isinstance(x, dict):
        for key in x:
            y[key] = x[key]
    elif isinstance(x, set):
        y.update(x)
    return y
#if <3.0


class _Empty:
    pass
#end


def _slots(cls):
    names = []
    for c in getattr(cls, "__mro__", ()):
        slots = c.__dict__["__slots__"] if "__slots__" in c.__dict__ else ()
        if isinstance(slots, str):
            slots = (slots,)
        for name in slots:
            if name.startswith("__") and not name.endswith("__"):
                name = "_%s%s" % (c.__name__.lstrip("_"), name)
            if name not in ("__dict__", "__weakref__"):
                names.append(name)
    return names


def _state(x):
    """What makes the object what it is: its __dict__, and its slots."""
    if "__getstate__" in _all_names(x):
        return x.__getstate__()
    slots = {}
    for name in _slots(x.__class__):
        if hasattr(x, name):
            slots[name] = getattr(x, name)
    state = getattr(x, "__dict__", None)
    return (state, slots) if slots else state


def _all_names(x):
    names = set()
    for c in getattr(x.__class__, "__mro__", (x.__class__,)):
        if c is not object:
            names.update(c.__dict__)
    return names


def _set_state(y, state):
    if state is None:
        return
    if hasattr(y, "__setstate__"):
        y.__setstate__(state)
        return
    slots = None
    if isinstance(state, tuple) and len(state) == 2:
        state, slots = state
    if state is not None:
        y.__dict__.update(state)
    if slots is not None:
        for name in slots:
            setattr(y, name, slots[name])


def deepcopy(x, memo=None, _nil=[]):
    if memo is None:
        memo = {}
    key = id(x)
    y = memo.get(key, _nil)
    if y is not _nil:
        return y
    cls = type(x)
    if cls in _deep or issubclass(cls, type):
        return x
    if cls in _deepcopy_dispatch:
        y = _deepcopy_dispatch[cls](x, memo)
    elif hasattr(x, "__deepcopy__"):
        y = x.__deepcopy__(memo)
    else:
        y = _deepcopy_object(x, memo)
    if y is not x:
        memo[key] = y
        _keep_alive(x, memo)
    return y


def _keep_alive(x, memo):
    """The original lives as long as the memo, which knows it by its id."""
    if id(memo) in memo:
        memo[id(memo)].append(x)
    else:
        memo[id(memo)] = [x]


def _deepcopy_list(x, memo):
    y = []
    memo[id(x)] = y
    for item in x:
        y.append(deepcopy(item, memo))
    return y


def _deepcopy_tuple(x, memo):
    y = [deepcopy(item, memo) for item in x]
    if id(x) in memo:
        return memo[id(x)]
    for a, b in zip(x, y):
        if a is not b:
            return tuple(y)
    return x


def _deepcopy_dict(x, memo):
    y = {}
    memo[id(x)] = y
    for key, value in x.items():
        y[deepcopy(key, memo)] = deepcopy(value, memo)
    return y


def _deepcopy_set(x, memo):
    return type(x)([deepcopy(item, memo) for item in x])


def _deepcopy_method(x, memo):
    return type(x)(x.__func__, deepcopy(x.__self__, memo))


class _Probe(object):
    def method(self):
        pass


_deepcopy_dispatch = {list: _deepcopy_list, tuple: _deepcopy_tuple,
                      dict: _deepcopy_dict, set: _deepcopy_set,
                      frozenset: _deepcopy_set,
                      type(_Probe().method): _deepcopy_method}


def _deepcopy_object(x, memo):
    y = _new(x)
    memo[id(x)] = y
    _set_state(y, deepcopy(_state(x), memo))
    if isinstance(y, list):
        y[:] = [deepcopy(item, memo) for item in x]
    elif isinstance(y, dict):
        for key in list(y):
            del y[key]
        for key in x:
            y[deepcopy(key, memo)] = deepcopy(x[key], memo)
    elif isinstance(y, set):
        y.clear()
        y.update([deepcopy(item, memo) for item in x])
    return y
