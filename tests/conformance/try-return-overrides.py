# a return in finally replaces what was on its way
# versions: 2.7-3.13
class D(object):
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del %s" % self.name)


def swallow():
    try:
        raise ValueError("lost")
    finally:
        return "kept"


def replace():
    try:
        return D("first")
    finally:
        print("finally")
        return D("second").name


def later():
    d = D("local")
    try:
        return d.name
    finally:
        d = None
        print("after")


print(swallow())
print(replace())
print(later())
