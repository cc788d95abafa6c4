# __getattr__ that asks itself
class C(object):
    def __getattr__(self, name):
        return self.other


C().x
