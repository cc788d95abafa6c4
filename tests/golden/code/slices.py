# versions: 2.7 3.6 3.12
x[:]
x[1:]
x[:2]
x[1:2]
x[::2]
x[1:2, 3]
x[a] = y
x[1:2] = y
x[:] = y
del x[1:]
