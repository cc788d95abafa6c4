# versions: 2.7 3.6 3.11
x = y = []
def f(p, q):
    a, b = p, q
    a, b, c = p, q, a
    a, b, c, d = p, q, a, b
    p.x, q[0] = q, p
    [a, b] = p
    a, (b, c) = p
    a, b = 1, 2
