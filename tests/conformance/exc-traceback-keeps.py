# a traceback keeps the locals of its frames alive
import sys


class D(object):
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del %s" % self.name)


def inner():
    d = D("inner")
    raise ValueError("x")


def outer():
    d = D("outer")
    inner()


saved = []
try:
    outer()
except ValueError:
    saved.append(sys.exc_info()[2])
print("saved")
if hasattr(sys, "exc_clear"):
    sys.exc_clear()
tb = saved.pop()
n = 0
while tb:
    n += 1
    print("%s %d" % (tb.tb_frame.f_code.co_name, tb.tb_lineno))
    tb = tb.tb_next
print(n)
