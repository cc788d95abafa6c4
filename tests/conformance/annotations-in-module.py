# versions: 3.6-
# annotated variables
x: int = 5
y: str
print(__annotations__, x)


class C:
    a: int = 1
    b: "later"
    c = 2


print(C.__annotations__, C.a)


def f():
    z: int = 3
    w: undefined_name
    return z


print(f())
