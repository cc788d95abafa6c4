# versions: 2.7 3.6 3.11 3.12
def f(x):
    y = yield
    yield x, y


def g(x):
    for i in f(x):
        if (yield i):
            return
