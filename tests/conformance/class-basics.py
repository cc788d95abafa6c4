# attributes of the class and of the instance
class Point(object):
    dims = 2
    shared = []

    def __init__(self, x, y=0):
        self.x = x
        self.y = y

    def add(self, other):
        return Point(self.x + other.x, self.y + other.y)


p = Point(1)
q = Point(2, 3)
r = p.add(q)
print(r.x, r.y)
print(p.dims, Point.dims)
p.dims = 3
print(p.dims, q.dims)
Point.dims = 9
print(p.dims, q.dims)
del p.dims
print(p.dims)
p.shared.append(1)
print(q.shared, Point.shared is p.shared)
