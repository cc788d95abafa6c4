# in the body of a class
def f():
    class C(object):
        a = 1
        b = a + undefined
    return C


f()
