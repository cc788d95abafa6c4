# a set with one object
class D(object):
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del %s" % self.name)


s = set([D("only")])
print(len(s))
del s
s = set()
d = D("discarded")
s.add(d)
s.discard(d)
print("--")
del d
print("end")
