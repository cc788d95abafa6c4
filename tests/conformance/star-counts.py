# references while a call with * is under way
import sys


def one(x):
    return sys.getrefcount(x)


def star(*args):
    return sys.getrefcount(args[0])


def both(x, *args, **kw):
    return sys.getrefcount(x)


z = []
t = (z,)
print(one(z), one(*t), star(z), star(*t), both(*t), both(z, *(), **{}))
kw = {"x": z}
print(one(**kw), both(**kw))
l = [z]
print(one(*l), star(*l))
print(sys.getrefcount(z))
