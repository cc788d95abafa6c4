# versions: 3.7-
# StopIteration becomes RuntimeError
def g():
    yield 1
    raise StopIteration("x")


for x in g():
    print(x)
