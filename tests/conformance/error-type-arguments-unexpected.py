# an unknown keyword
def f(a):
    pass


f(a=1, z=2)
