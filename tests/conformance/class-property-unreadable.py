# a property that cannot be read; its name is known from 3.10 on
class P(object):
    def set_x(self, value):
        print("set %d" % value)

    x = property(None, set_x)


p = P()
p.x = 3
p.x
