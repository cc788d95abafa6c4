# an attribute that is not there
class Thing(object):
    pass


t = Thing()
t.x = 1
print(t.x)
print(t.y)
