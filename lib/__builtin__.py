#native
#until 2.7
# apply(), which 2.7 has kept.


def apply(function, args=(), keywords={}):
    return function(*args, **keywords)
