# a default argument dies with its function
class D(object):
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del %s" % self.name)


def f(x=D("default")):
    return x.name


print(f())
g = f
del f
print("--")
del g
print("end")
