# the same after __dict__ was read
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
q = A()
q.b = D("b")
q.a = D("a")
q.__dict__
del q
print("--")
r = A()
vars(r)["z"] = D("z")
r.a = D("a")
del r
