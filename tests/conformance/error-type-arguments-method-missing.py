# in a method
class C(object):
    def m(self, a):
        pass


C().m()
