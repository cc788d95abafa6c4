# versions: 3.6-
# a __repr__ that asks itself
class C(object):
    def __repr__(self):
        return "<%r>" % self


C().__repr__()
