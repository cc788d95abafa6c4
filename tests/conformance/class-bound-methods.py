# methods of an instance and of the class
class C(object):
    def __init__(self, n):
        self.n = n

    def get(self, k=0):
        return self.n + k


c = C(5)
m = c.get
print(m(), m(1), m(k=2))
print(C.get(c), C.get(c, 10))
c.n = 7
print(m())
print(m.__self__ is c)
print(c.get == c.get, c.get is c.get)
del c
print(m())
c = C(1)
c.get = 3
print(c.get)
