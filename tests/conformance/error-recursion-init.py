# a class that makes one of itself
class C(object):
    def __init__(self, n):
        self.child = C(n + 1)


C(0)
