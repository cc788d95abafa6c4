# self counts
class C(object):
    def m(self):
        pass


C().m(1)
