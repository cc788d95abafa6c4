# del of a local
class D(object):
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del %s" % self.name)


def f():
    a = D("a")
    b = D("b")
    del a
    print("after del")
    b = None
    print("end")


f()
