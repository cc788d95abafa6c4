# calling what a function gave
def f():
    pass


f()()
