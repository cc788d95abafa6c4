# a function that never stops calling itself
def f(n):
    return f(n + 1)


f(0)
