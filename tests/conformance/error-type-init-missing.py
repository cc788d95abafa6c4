# __init__ with a required argument
class C(object):
    def __init__(self, x):
        self.x = x


C()
