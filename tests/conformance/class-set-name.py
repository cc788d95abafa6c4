# versions: 3.6-
class Field:
    def __init__(self, default):
        self.default = default
    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)
        self.name = name
    def __get__(self, obj, cls=None):
        if obj is None:
            return self
        return obj.__dict__.get(self.name, self.default)
    def __set__(self, obj, value):
        print("set", self.name, value)
        obj.__dict__[self.name] = value
    def __delete__(self, obj):
        print("delete", self.name)
        del obj.__dict__[self.name]

class Point:
    x = Field(0)
    y = Field(1)

p = Point()
print(p.x, p.y)
p.x = 10
print(p.x, p.__dict__)
del p.x
print(p.x)
print(type(Point.x).__name__)
