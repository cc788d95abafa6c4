# what the end of the program frees, in which order
class G(object):
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del %s" % self.n)


z = G("z")
b = G("b")
a = G("a")
_u = G("_u")
c = G("c")
print("end")
