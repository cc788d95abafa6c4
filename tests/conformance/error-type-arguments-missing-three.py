# three are missing
def f(a, b, c):
    pass


f()
