# versions: 2.7 3.6 3.12
del a
del b, c.d, e[0]
del f[1:2]
del (g, [h])


def i(j):
    global k
    del j, k
