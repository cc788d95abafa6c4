# a class without __init__ takes nothing
class C(object):
    pass


C(1)
