# versions: 3.6-
# the same for the form without arguments
import sys


class A:
    def __init__(self):
        self.count = sys.getrefcount(self)

    def m(self):
        return sys.getrefcount(self)


class B(A):
    def __init__(self):
        super().__init__()

    def m(self):
        return super().m()

    def kept(self):
        s = super()
        return sys.getrefcount(self)


b = B()
print(b.count, b.m(), b.kept(), sys.getrefcount(b))
