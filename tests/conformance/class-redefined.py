# an instance keeps the class it was made of
class C(object):
    def who(self):
        return "first"


a = C()


class C(object):
    def who(self):
        return "second"


b = C()
print(a.who(), b.who())
print(isinstance(a, C), isinstance(b, C), type(a) is type(b))
a.__class__ = C
print(a.who())
