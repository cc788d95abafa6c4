# a generator that was never started, in a cycle
import gc
gc.collect()


def g(box):
    yield box


box = []
box.append(g(box))
del box
print(gc.collect())


def own():
    me = []
    me.append(e for e in me)
    yield me


it = own()
next(it)
del it
print(gc.collect())
