# a required argument is missing
def f(a, b):
    pass


f(1)
