# versions: 2.7 3.11 3.12
n = 1
n += 2
a.b.c -= n
a[n] *= a[0]
a[1:n] += [3]
def f():
    global n
    n /= 2
    n //= 2
