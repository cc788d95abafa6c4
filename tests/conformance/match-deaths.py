# versions: 3.10-
# match: when the subject dies, and what is left bound
import sys


class D:
    __match_args__ = ("name",)

    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)

    def __eq__(self, other):
        print("eq", other)
        return False


def f():
    match D("a"):
        case 1:
            print("no")
        case D("b"):
            print("no")
        case D(name):
            print("matched", name)
    print("after")


f()


def g(v):
    match [v, D("c")]:
        case [x, 5]:
            print("no")
        case [x, y]:
            print(sys.getrefcount(v), sys.getrefcount(y))
    print("after")


g([])
