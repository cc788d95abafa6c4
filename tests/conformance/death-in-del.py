# a __del__ that makes and drops others
class D(object):
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del %d" % self.n)
        if self.n > 0:
            child = D(self.n - 1)
            print("made %d" % child.n)
        print("end of del %d" % self.n)


d = D(2)
del d
print("end")
