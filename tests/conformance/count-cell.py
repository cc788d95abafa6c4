# a variable in a cell is referred to by the cell only
import sys


def outer():
    x = []

    def inner():
        return sys.getrefcount(x)

    return inner


i = outer()
print(i())
y = i.__closure__[0].cell_contents
print(sys.getrefcount(y))
