# too few even with *args
def f(a, b, *rest):
    pass


f(1)
