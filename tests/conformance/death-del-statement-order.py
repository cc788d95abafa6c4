# del a, b
class D(object):
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del %s" % self.name)


a, b, c = D("a"), D("b"), D("c")
del b, a
print("--")
del c
