class M(type):
    def __instancecheck__(cls, obj):
        print("instancecheck")
        return obj == 1
    def __subclasscheck__(cls, sub):
        print("subclasscheck")
        return sub is int
A = M("A", (), {})
print(isinstance(1, A))
print(isinstance(2, A))
print(issubclass(int, A), issubclass(str, A))
print(isinstance(A(), A))
