# the names of types
class New(object):
    pass


def f():
    pass


print(type(1))
print(type(1.0))
print(type(""))
print(type(True))
print(type([]))
print(type(()))
print(type({}))
print(type(set()))
print(type(f))
print(type(New))
print(type(New()))
print(type(len))
print(type(New().__init__).__name__)
print(type(f).__name__)
print(New.__name__, f.__name__)
