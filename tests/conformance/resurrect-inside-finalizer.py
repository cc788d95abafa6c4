# an object in trash that dies by count in another's __del__ and saves itself
# versions: 3.6-
import gc
class D(object):
    def __init__(self, name):
        self.name = name
    def __del__(self):
        print("del %s" % self.name)
class E(D):
    def __del__(self):
        print("del E %s" % self.name)
        self.name = None
        if hasattr(self, "a"):
            del self.a
class R(D):
    def __del__(self):
        print("saving %s" % self.name)
        saved.append(self)
saved = []
f = E("e3")
f.a = R("r7")
