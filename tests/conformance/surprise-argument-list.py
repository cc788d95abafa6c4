# clearing the caller's list inside
class D(object):
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del %d" % self.n)


def f(items):
    first = items[0]
    del items[:]
    print("cleared")
    return first.n


print(f([D(1), D(2)]))
l = [D(3)]
print(f(l))
