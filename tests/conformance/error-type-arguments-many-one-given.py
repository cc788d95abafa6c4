# one too many
def f():
    pass


f(1)
