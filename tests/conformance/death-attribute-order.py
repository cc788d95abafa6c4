# in the order of the dict, or of the class's keys
class D(object):
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del %s" % self.name)


class A(object):
    pass


p = A()
p.a = 1
p.b = 2
p.c = 3
q = A()
q.c = D("c")
q.b = D("b")
q.a = D("a")
del q
print("--")
del p


class B(object):
    def __init__(self):
        self.z = D("z")
        self.y = D("y")
        self.x = D("x")


b = B()
del b
