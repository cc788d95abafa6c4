# generator expressions: when what is evaluated
def source(n):
    print("source %d" % n)
    return range(n)


g = (x + y for x in source(2) for y in source(3))
print("made")
print(next(g))
print(list(g))
print(sum(x * x for x in range(5)))
n = 10
h = (n for i in range(2))
n = 20
print(list(h))


class D(object):
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del %d" % self.n)


for d in (D(i) for i in range(3)):
    print("loop %d" % d.n)
print("end of loop")
del d
k = (D(i) for i in range(2))
first = next(k)
del k
print("dropped")
