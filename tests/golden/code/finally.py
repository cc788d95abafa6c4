# versions: 2.7 3.11
def f(y):
    for x in y:
        try:
            try:
                if x:
                    return g(x)
                if y:
                    break
                continue
            except E as e:
                return 1
        finally:
            h(x)
