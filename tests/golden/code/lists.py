# versions: 2.7 3.6 3.9 3.11
a = []
b = [1, x]
c = [1, 2, 3]
d = ()
e = x,
for i in [1, 2, 3]:
    pass
for i in [x, y]:
    pass
