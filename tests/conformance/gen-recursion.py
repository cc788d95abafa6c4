# generators inside generators, dropped halfway
class D(object):
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del %d" % self.n)


def down(n):
    d = D(n)
    try:
        yield n
        if n:
            for x in down(n - 1):
                yield x
    finally:
        print("finally %d" % n)


g = down(3)
print([next(g) for i in range(3)])
del g
print("end")
print(list(down(1)))
