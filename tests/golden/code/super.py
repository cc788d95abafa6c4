# versions: 3.6 3.11 3.12
class A(B):
    def f(self):
        super().f()
        return super(A, self).x

    def g(self):
        return __class__
