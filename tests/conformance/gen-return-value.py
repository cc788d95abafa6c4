# versions: 3.6-
# return gives a generator a value
def g(v):
    yield 1
    return v


for v in [None, 5, (1, 2), ValueError("v")]:
    it = g(v)
    next(it)
    try:
        next(it)
    except StopIteration as e:
        print(repr(e.value), e.args)


def outer(v):
    r = yield from g(v)
    print("result %r" % (r,))
    r = yield from [1, 2]
    print("result %r" % (r,))


print(list(outer(5)))
