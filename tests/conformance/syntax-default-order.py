# a required argument after one with a default
def f(a=1, b):
    pass
