# versions: 2.7 3.6 3.11
with a:
    b


def f():
    with a as x, c as y:
        return x
