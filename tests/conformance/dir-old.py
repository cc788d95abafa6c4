# versions: 2.7
# dir() of old-style classes and their instances
class O:
    k = 1

    def m(self):
        pass


class P(O):
    l = 2


p = P()
p.x = 3
print dir(O), dir(P), dir(p)
