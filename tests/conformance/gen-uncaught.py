# an exception leaves a generator: its frame is in the traceback
def numbers():
    yield 1
    yield 1 // 0


def total():
    return sum(numbers())


total()
