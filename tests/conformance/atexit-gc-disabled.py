# without the collector
import gc


class G(object):
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del %s" % self.n)


gc.disable()
a = G("a")
b = G("b")
c = G("c")
c.me = c
del c
print("end")
