# a base that is no class
class C(5):
    pass
