# a base that cannot be one
class B(type(None)):
    pass
