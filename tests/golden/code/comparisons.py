# versions: 2.7 3.6 3.11
a < b
a < b <= c
x in [1, 2]
x not in [a, b]
not x in y
not x is y
if a == b == c:
    pass
