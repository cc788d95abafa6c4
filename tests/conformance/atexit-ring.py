# rings that nobody collected
class G(object):
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del %s" % self.n)


a = G("a")
a.me = a
b = G("b")
c = G("c")
b.c = c
c.b = b
del b, c
print("end")
