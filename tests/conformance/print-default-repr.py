# what objects say that have no __repr__
class Thing(object):
    def method(self):
        pass


def function():
    pass


class Sub(Thing):
    pass


print(Thing())
print([Sub()])
print(Thing)
print(function)
print(Thing().method)
print(object())
print(len)
print([].append)
