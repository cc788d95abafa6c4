# versions: 2.7
# the classes of old
class Base:
    x = 1

    def __init__(self, n):
        self.n = n

    def __del__(self):
        print "del", self.n


class Child(Base):
    def get(self):
        return self.x + self.n


c = Child(5)
print c.get(), isinstance(c, Base), c.__class__.__name__
print type(c).__name__
d = c
del c
print "still"
del d
print "end"
