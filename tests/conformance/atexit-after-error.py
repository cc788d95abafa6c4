# after an uncaught exception
class G(object):
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del %s" % self.n)


def f(arg):
    local = G("local of f")
    g(arg)


def g(arg):
    inner = G("local of g")
    return arg.missing


keep = G("global")
f(keep)
