# a subscript of a function
def f():
    pass


f[1]
