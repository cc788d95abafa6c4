# objects of functions that are still there
class G(object):
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del %s" % self.n)


def f(x=G("default")):
    pass


class C(object):
    attr = G("class attribute")


def outer():
    x = G("in a cell")

    def inner():
        return x

    return inner


g = outer()
print("end")
