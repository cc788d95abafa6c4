# the last reference decides
class D(object):
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del %s" % self.name)


a = D("a")
b = a
del a
print("still")
b = None
print("gone")
c = D("first")
c = D("second")
print("rebound")
del c
D("temporary")
print("end")
