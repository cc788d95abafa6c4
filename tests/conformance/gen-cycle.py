# generators in cycles: started, not started, in a block
import gc
gc.collect()


class D(object):
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del %s" % self.name)


def plain(box):
    d = D("plain")
    yield box
    print("not reached")


def guarded(box):
    try:
        yield box
    finally:
        print("finally")


def build(f, start):
    box = []
    g = f(box)
    box.append(g)
    if start:
        next(g)


build(plain, True)
print(gc.collect(), len(gc.garbage))
build(guarded, True)
print(gc.collect(), len(gc.garbage))
