# versions: 3.10-
# a staticmethod can be called
class A:
    @staticmethod
    def f(x):
        return x + 1

    y = f(1)


print(A.y, A.f(2), A.__dict__["f"](3))
