# versions: 3.8 3.12
if (n := f()) > 1:
    n
def g(y):
    return [x for x in y if (z := x)], z
