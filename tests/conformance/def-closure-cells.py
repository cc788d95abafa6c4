# __closure__ is a tuple of cells, in alphabetical order of names
def outer():
    z = 1
    a = [2]

    def inner():
        return a, z

    def plain():
        return 0

    return inner, plain


inner, plain = outer()
print(inner())
print(len(inner.__closure__))
print(inner.__closure__[0].cell_contents)
print(inner.__closure__[1].cell_contents)
print(plain.__closure__)
print(type(inner.__closure__[0]).__name__)
