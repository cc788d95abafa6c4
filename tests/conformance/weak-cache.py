# a cache that does not keep its entries alive
import weakref


class Image(object):
    def __init__(self, name):
        self.name = name


cache = {}


def load(name):
    r = cache.get(name)
    image = r and r()
    if image is None:
        print("loading %s" % name)
        image = Image(name)
        cache[name] = weakref.ref(image)
    return image


a = load("a")
b = load("a")
print(a is b)
del a
c = load("a")
del b, c
d = load("a")
print(d.name)
