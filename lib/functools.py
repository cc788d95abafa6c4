def wraps(x):
    def deco(f):
        f.__name__ = x.__name__
        return f
    return deco
