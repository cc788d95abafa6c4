# versions: 2.7 3.6 3.11
def f(a, b=1, c=[]):
    return a


def g(a, b=1, *args, **kw):
    "doc"
    return args, kw


h = lambda x, y=2: x + y
