# what was printed stays, what died is told after the traceback
class D(object):
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del %s" % self.name)


def f():
    local = D("local")
    return local.nothing


keep = D("global")
print("start")
f()
