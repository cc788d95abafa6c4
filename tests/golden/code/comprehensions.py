# versions: 2.7 3.6 3.8 3.11 3.12
def f(y, q):
    a = [x for x in y if x]
    b = {k: v + q for k, v in y}
    c = {i for j in y for i in j}
    d = (x for x in [1, 2])
    return [lambda: z for z in y]
