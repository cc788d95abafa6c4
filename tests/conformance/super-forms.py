# versions: 3.6-
class A:
    def f(self):
        return "A.f"
    @classmethod
    def c(cls):
        return "A.c " + cls.__name__
    @property
    def p(self):
        return "A.p"
class B(A):
    def f(self):
        return "B " + super().f()
    @classmethod
    def c(cls):
        return "B " + super().c()
    @property
    def p(self):
        return "B " + super().p
b = B()
print(b.f(), B.c(), b.p)
print(super(B, b).f(), super(B, B).c())
s = super(B)
try:
    s.f
except AttributeError as e:
    print(e)
def f():
    try:
        super()
    except RuntimeError as e:
        print(e)
f()
def g(x):
    try:
        super()
    except RuntimeError as e:
        print(e)
g(1)
try:
    super(A, 1)
except TypeError as e:
    print(e)
try:
    super(1)
except TypeError as e:
    print(e)
print(super(B, b))
