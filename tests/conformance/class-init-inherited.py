# __init__ of the base, called by hand or not at all
class Base(object):
    def __init__(self, n):
        self.n = n
        print("init of Base with %s" % n)


class Silent(Base):
    pass


class Own(Base):
    def __init__(self):
        Base.__init__(self, 5)
        print("init of Own")


class Forgets(Base):
    def __init__(self):
        print("init of Forgets")


print(Silent(1).n)
print(Own().n)
print(hasattr(Forgets(), "n"))
