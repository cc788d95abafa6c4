# a colon is missing
def f()
    pass
