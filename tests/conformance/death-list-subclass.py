# attributes before items
class D(object):
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del %s" % self.name)


class L(list):
    pass


l = L()
l.append(D(0))
l.append(D(1))
l.x = D("x")
del l
