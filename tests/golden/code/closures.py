# versions: 2.7 3.6 3.11
def outer(a, b):
    c = []

    def inner(d):
        return a, c, d
    b = inner
    return b


class K:
    x = 1

    def f(self):
        def g():
            return self, x
        return g
