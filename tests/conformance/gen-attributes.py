# attributes of generators
def g():
    yield it.gi_running


it = g()
print(type(it).__name__, it.__name__, it.gi_code.co_name)
print(it.gi_frame is not None, it.gi_running)
print(next(it))
print(it.gi_running, it.gi_frame.f_lineno)
print(list(it), it.gi_frame)
print(iter(it) is it)
print(repr(it)[:19])
