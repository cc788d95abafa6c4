# on a function
def f():
    pass


f.a = 1
print(f.a)
print(f.b)
