# a name that is assigned anywhere in a function is local to it
x = 1


def f():
    print("before")
    print(x)
    x = 2


f()
