# a class in a class, a class in a function
class Outer(object):
    class Inner(object):
        v = 5

    def make(self):
        return Outer.Inner()


print(Outer.Inner.v, Outer().make().v)


def factory(n):
    class Made(object):
        number = n

    return Made


A = factory(1)
B = factory(2)
print(A.number, B.number, A is B, A.__name__)
print(isinstance(A(), B))
