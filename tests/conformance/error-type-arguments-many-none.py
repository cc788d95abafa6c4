# a function without parameters
def f():
    pass


f(1, 2)
