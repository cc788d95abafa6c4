class A(object):
    def __init__(self):
        return 5
try:
    A()
except TypeError as e:
    print(e)
class B(object):
    def __new__(cls):
        return 7
    def __init__(self):
        print("never")
print(B())
class C(object):
    def __new__(cls, x):
        print("new", x)
        return object.__new__(cls)
    def __init__(self, x):
        print("init", x)
C(1)
try:
    C()
except TypeError as e:
    print(e)
class D(object): pass
try:
    D(1)
except TypeError as e:
    print(e)
try:
    object(1)
except TypeError as e:
    print(e)
