# versions: 2.7 3.6 3.11
a = {}
b = {'x': 1}
c = {'x': 1, 'y': z}
d = {k: v, l: w}
