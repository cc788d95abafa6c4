# methods do not see the names of the class body
x = "global"


class C(object):
    x = "class"
    y = x

    def get(self):
        return x

    def own(self):
        return self.x


print(C().get())
print(C().own())
print(C.y)


def f():
    x = "local"

    class D(object):
        seen = x

        def get(self):
            return x

    return D


print(f().seen)
print(f()().get())
