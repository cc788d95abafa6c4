# __getattr__ is asked last
class Lazy(object):
    known = 1

    def __init__(self):
        self.own = 2

    def __getattr__(self, name):
        print("asked for %s" % name)
        return name + "!"


l = Lazy()
print(l.known, l.own)
print(l.other)
l.other = 3
print(l.other)
print(hasattr(l, "whatever"))
