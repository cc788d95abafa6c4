# versions: 2.7
# an exception in __del__ is told and ignored
class D(object):
    def __del__(self):
        print "in del"
        1 / 0


d = D()
del d
print "goes on"
