# versions: 2.7 3.8 3.9
@a
@b(1)
def f():
    pass


@c
class D:
    pass
