# an exception that leaves a dying generator is ignored
def g():
    try:
        yield 1
    finally:
        raise ValueError("from finally")


def stubborn():
    try:
        yield 1
    finally:
        yield 2


it = g()
next(it)
del it
print("after")
it = stubborn()
next(it)
del it
print("end")
