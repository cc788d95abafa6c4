# a property that cannot be deleted
class P(object):
    def get_x(self):
        return 1

    x = property(get_x)


p = P()
print(p.x)
del p.x
