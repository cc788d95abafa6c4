# when the frame of a handled exception goes
import sys


class D(object):
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del %s" % self.name)


def fail():
    a = D("a")
    b = D("b")
    raise ValueError("x")


def f():
    try:
        fail()
    except ValueError:
        print("in handler")
    print("behind")


f()
print("outside")
try:
    fail()
except ValueError as e:
    print("named %s" % e)
print("end")
