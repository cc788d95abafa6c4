# versions: 3.10-
# classes have annotations, made when they are first asked for
class A:
    pass


class B(A):
    x: int = 1


print(A.__annotations__, B.__annotations__, "__annotations__" in A.__dict__)
A.__annotations__ = {"y": str}
print(A.__annotations__)
del A.__annotations__
print(A.__annotations__)
try:
    int.__annotations__
except AttributeError as e:
    print(e)
