# lookup goes from the instance to its class to its base
class Base(object):
    kind = "base"

    def hello(self):
        return "hello from " + self.name()

    def name(self):
        return "base"


class Child(Base):
    def name(self):
        return "child of " + Base.name(self)


class Grand(Child):
    kind = "grand"


g = Grand()
print(g.hello())
print(g.kind, Child.kind)
print(isinstance(g, Base), isinstance(g, Grand), isinstance(Base(), Child))
print(Grand.__bases__)
print(Grand.__mro__)
print(Grand.__name__, type(g) is Grand, g.__class__ is Grand)
Base.late = 7
print(g.late)
