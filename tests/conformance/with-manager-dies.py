# the manager lives as long as the block
class M(object):
    def __enter__(self):
        return Value()

    def __exit__(self, *args):
        print("exit")

    def __del__(self):
        print("del manager")


class Value(object):
    def __del__(self):
        print("del value")


def f():
    with M() as v:
        print("body")
        v = None
        print("still")
    print("after")


f()
with M():
    print("no name")
print("end")
