# versions: 3.6 3.11 3.13
def f(a, *, b, c=1, **kw) -> int:
    x: int = 1
    return b


def g(a: 1, *args: 2, b: 3 = 4):
    nonlocal_ = 1

    def h():
        nonlocal nonlocal_
        nonlocal_ = 2


x: int = 1
y: list


class A(B, metaclass=M):
    z: int
