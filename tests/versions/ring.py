import gc


class Node(object):
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del %s" % self.name)


def main():
    a = Node("a")
    b = Node("b")


main()
ring = Node("ring")
ring.me = ring
del ring
print(gc.collect())
print(len(gc.garbage))
