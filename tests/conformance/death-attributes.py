# attributes die after their owner's __del__
class D(object):
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del %s" % self.name)


p = D("p")
p.a = D("a")
p.b = D("b")
del p
print("-- one attribute")
q = D("q")
q.x = D("x")
q.x = D("y")
print("-- del")
del q.x
print("-- chain")
q.next = D("r")
q.next.next = D("s")
del q
