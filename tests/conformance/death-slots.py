# slots die in alphabetical order, those of the child first
class D(object):
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del %s" % self.name)


class S(object):
    __slots__ = ("c", "a", "b")


class T(S):
    __slots__ = ("z",)


s = S()
s.c = D("c")
s.a = D("a")
s.b = D("b")
del s
print("--")
t = T()
t.c = D("c")
t.a = D("a")
t.z = D("z")
del t
