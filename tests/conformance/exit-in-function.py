# from the depth of a program, without a traceback
import sys


class D(object):
    def __del__(self):
        print("del")


def deep(n):
    d = D()
    if n == 0:
        sys.exit(4)
    deep(n - 1)


deep(1)
