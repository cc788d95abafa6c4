# generators with closures, defaults, methods
class Tree(object):
    def __init__(self, value, *children):
        self.value = value
        self.children = children

    def __iter__(self):
        yield self.value
        for c in self.children:
            for v in c:
                yield v

    def __del__(self):
        print("del %s" % self.value)


t = Tree(1, Tree(2, Tree(3)), Tree(4))
print(list(t))


def outer(n):
    def inner(step=2):
        i = 0
        while i < n:
            yield i
            i += step
    return inner


print(list(outer(5)()), list(outer(5)(3)))
it = iter(t)
next(it)
next(it)
del t
print("only the generator")
del it
print("end")
