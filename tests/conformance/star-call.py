# calls with * and **
def f(*a, **k):
    return a, sorted(k.items())


class C(object):
    def __init__(self, *a, **k):
        self.got = f(*a, **k)

    def m(self, *a, **k):
        return f(*a, **k)

    def __call__(self, *a):
        return a


def gen():
    yield 1
    yield 2


print(f(*[1, 2]), f(*(1,)), f(*"ab"), f(*gen()), f(*{3: 4}), f(*range(2)))
print(f(0, *[1, 2]), f(x=1, **{"y": 2}), f(0, *[1], x=2, **{"z": 3}))
print(f(**{}), f(*[]), f(*(), **{}))
print(C(*[1], **{"a": 2}).got, C().m(*[3], k=4), C()(*(5, 6)))
print(max(*[1, 5, 3]), max(*([[2, 1]])), sorted(*([3, 1, 2],)))
args = [1, 2]
kw = {"x": 1}
print(f(*args, **kw), args, kw)


def change(a, **k):
    k["new"] = 1
    return k


print(change(1, **kw), kw)
bound = C().m
print(bound(*[1], **{"x": 2}))
