#until 2.7
#native
# For operator: in a module of 2.7 either / is div() or it is truediv().
from __future__ import division


def truediv(a, b):
    return a / b


def itruediv(a, b):
    a /= b
    return a
