# versions: 3.6-
# super without arguments
class A:
    def __init__(self, x):
        self.x = x

    def m(self, *args):
        return "A.m", args

    @classmethod
    def c(cls):
        return cls.__name__


class B(A):
    def __init__(self, x):
        super().__init__(x + 1)

    def m(self, *args):
        return super().m(*args, 5)

    @classmethod
    def c(cls):
        return "B over " + super().c()

    def cell(self):
        f = lambda: self
        return super().m(f() is self)

    def nested(self):
        def inner(me):
            return super().m()
        return inner(self)

    def look(self):
        return __class__.__name__, super().x if hasattr(super(), "x") else "none"


b = B(1)
print(b.x, b.m(1), b.c(), b.cell(), b.nested(), b.look())


def outside(self):
    return super().m()


class C(A):
    def no_arguments():
        return super()

    def deleted(self):
        del self
        return super()


for call in [lambda: outside(b), C.no_arguments, C(1).deleted]:
    try:
        call()
    except RuntimeError as e:
        print(e)
