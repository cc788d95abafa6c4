# builtins can be hidden and come back
len = 5
print(len)
del len
print(len([1, 2]))


def f():
    str = "mine"
    return str


print(f())
print(str(1))
