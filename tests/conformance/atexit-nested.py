# containers in globals
class G(object):
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del %s" % self.n)


l = [G("l0"), G("l1")]
d = {"k": G("dk")}
t = (G("t0"), [G("t1")])
p = G("p")
p.child = G("child")
print("end")
