# the new value is there before the old one dies
class D(object):
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del %s, x is %s" % (self.name, x and x.name))


x = D("old")
x = D("new")
x = None
print("-- swap")
x = D(1)
y = D(2)
x, y = y, x
del y
x = None
