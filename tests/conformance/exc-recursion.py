# recursion without end is an error, and its frames go
import sys


class D(object):
    pass


alive = []


def f(n):
    d = D()
    alive.append(n)
    try:
        f(n + 1)
    finally:
        alive.pop()


try:
    f(0)
except RuntimeError as e:
    print(str(e)[:32])
print(len(alive))
