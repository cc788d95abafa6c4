# An error, and its text in every version.
class A(object):
    def __init__(self, x=1):
        self.x = x
    def m(self, y):
        return y
isinstance(1, A).foo
