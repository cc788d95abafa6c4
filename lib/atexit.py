#native
# What to call at the end: function, arguments, keywords; function, ...
_registered = []
# The function that is being called, for the message when it fails (exit.c).
_running = None


def register(func, *args, **kwargs):
    if not callable(func):
        raise TypeError("the first argument must be callable")
    _registered.extend([func, args, kwargs or None])
    return func
#if 3.0


def unregister(func):
    i = 0
    while i < len(_registered):
        if _registered[i] == func:
            del _registered[i:i + 3]
        else:
            i += 3


def _clear():
    del _registered[:]


def _ncallbacks():
    return len(_registered) // 3
#end


def _run_exitfuncs():
    global _running
    while _registered:
        kwargs = _registered.pop()
        args = _registered.pop()
        _running = _registered.pop()
        _running(*args, **(kwargs or {}))
    _running = None
