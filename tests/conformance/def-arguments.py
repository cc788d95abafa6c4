# positional, keyword and default arguments
def f(a, b=2, c=3):
    print("%s %s %s" % (a, b, c))


f(1)
f(1, 5)
f(1, c=9)
f(c=7, a=8)
f(a=1, b=1, c=1)
print(f(0))
