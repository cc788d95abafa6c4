# versions: 3.6-
class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        print("prepare", name, bases, kw)
        return {"prepared": 1}

    def __new__(mcs, name, bases, ns, **kw):
        print("new", name, sorted(k for k in ns if not k.startswith("__")), kw)
        return super().__new__(mcs, name, bases, ns)

    def __init__(cls, name, bases, ns, **kw):
        print("init", name, kw)
        super().__init__(name, bases, ns)

    def __call__(cls, *args, **kw):
        print("call", cls.__name__, args, kw)
        return super().__call__(*args, **kw)

class A(metaclass=Meta, key="value"):
    x = 1
    def __init__(self, n):
        self.n = n

class B(A):
    y = 2

a = A(3)
print(a.n, A.prepared, type(A), type(B), type(B).__name__)
print(isinstance(A, Meta), isinstance(A, type), issubclass(B, A))
b = B(n=4)
print(b.n, b.x, b.y)
print(A)
