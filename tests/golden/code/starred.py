# versions: 3.6 3.9 3.11
a, *b = c
*a, b, c = d
e = [*f, 1, *g]
h = *i, 2
j = {*k}
l = {'m': 1, **n}
