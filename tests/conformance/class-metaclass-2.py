# versions: 2.7
class Meta(type):
    def __new__(mcs, name, bases, ns):
        print "new", name, bases
        ns["added"] = 1
        return type.__new__(mcs, name, bases, ns)
    def __init__(cls, name, bases, ns):
        print "init", name
        super(Meta, cls).__init__(name, bases, ns)
    def __call__(cls, *args):
        print "call", args
        return super(Meta, cls).__call__(*args)

class A(object):
    __metaclass__ = Meta
    def __init__(self, x):
        self.x = x

class B(A):
    pass

print A.added, type(A), type(B)
print B(3).x
