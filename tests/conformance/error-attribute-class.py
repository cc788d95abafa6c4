# on a class
class C(object):
    pass


print(C.nothing)
