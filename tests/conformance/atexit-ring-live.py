# a ring with names
class A(object):
    pass


class G(object):
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del %s" % self.n)


a = A()
a.me = a
a.leaf = G("leaf")
l = [G("item")]
l.append(l)
print("end")
