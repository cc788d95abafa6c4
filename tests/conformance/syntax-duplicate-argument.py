# an argument twice
def f(a, a):
    pass
