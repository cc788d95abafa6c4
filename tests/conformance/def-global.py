# global binds the module's name
n = 1


def local():
    n = 2
    return n


def change():
    global n, made
    n = 3
    made = "here"


def read():
    return n


print(local(), n)
change()
print(n, made, read())


def remove():
    global made
    del made


remove()
print(made)
