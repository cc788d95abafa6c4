# a method without self
class C(object):
    def m():
        pass


C().m()
