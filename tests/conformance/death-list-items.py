# the items of a list die last to first
class D(object):
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del %s" % self.name)


l = [D(0), D(1), D(2)]
del l
print("-- clear by slice")
l = [D(0), D(1), D(2)]
l[:] = []
print("-- del slice")
l = [D(0), D(1), D(2)]
del l[:]
print("-- del middle")
l = [D(0), D(1), D(2), D(3)]
del l[1:3]
print("-- pop")
l.pop(0)
print("-- store")
l[0] = None
print("-- tuple")
t = (D("a"), D("b"))
del t
print("-- nested")
n = [D(1), [D(2), [D(3)]], D(4)]
del n
