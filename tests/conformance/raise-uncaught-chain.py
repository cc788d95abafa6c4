# an exception raised while another is handled
def f():
    raise ValueError("first")


def g():
    try:
        f()
    except ValueError:
        {}["second"]


def h():
    try:
        g()
    except KeyError as e:
        raise RuntimeError("third")


h()
