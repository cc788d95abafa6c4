# versions: 3.6-
# what a class of 3.x says of itself, and what can be set
class A:
    "doc"


def attempt(f):
    try:
        f()
    except Exception as e:
        print("%s: %s" % (type(e).__name__, e))


def no_doc():
    del A.__doc__


def qualname():
    A.__qualname__ = 1


def closure():
    attempt.__closure__ = 1


def code():
    attempt.__code__.co_name = "x"


A.__doc__ = "new"
print(A.__doc__)
A.__qualname__ = "X.Y"
print(A, A.__qualname__, A.__name__)
for f in (no_doc, qualname, closure, code):
    attempt(f)
print(A.__init__, A.__eq__, A.__hash__, A().__eq__.__class__.__name__)
