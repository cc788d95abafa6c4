# a local that was deleted
def f(n):
    x = 1
    if n:
        del x
    print(n)
    return x


print(f(0))
print(f(1))
