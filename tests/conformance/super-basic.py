# super with arguments: methods, attributes, class methods
class A(object):
    x = "A.x"

    def m(self):
        return ["A.m"]

    @classmethod
    def c(cls):
        return "A.c of %s" % cls.__name__

    @staticmethod
    def s():
        return "A.s"

    @property
    def p(self):
        return "A.p"


class B(A):
    x = "B.x"

    def m(self):
        return ["B.m"] + super(B, self).m()

    @classmethod
    def c(cls):
        return "B over " + super(B, cls).c()

    @property
    def p(self):
        return "B over " + super(B, self).p

    def look(self):
        s = super(B, self)
        return s.x, s.s(), s.__thisclass__.__name__, s.__self__ is self


class C(A):
    def m(self):
        return ["C.m"] + super(C, self).m()


class D(B, C):
    def m(self):
        return ["D.m"] + super(D, self).m()


print(B().m(), B.c(), B().p, B().look())
print(D().m())
print(D.c(), [k.__name__ for k in D.__mro__])
