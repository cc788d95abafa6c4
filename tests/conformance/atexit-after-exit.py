# after sys.exit
import sys


class G(object):
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del %s" % self.n)


def f():
    local = G("local")
    sys.exit(2)


keep = G("global")
f()
