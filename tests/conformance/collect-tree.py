# parents and children
import gc


class Node(object):
    def __init__(self, parent):
        self.parent = parent
        self.children = []
        if parent is not None:
            parent.children.append(self)


gc.collect()
root = Node(None)
for i in range(3):
    child = Node(root)
del child
root.children.pop()
print(gc.collect() > 0)
del root
print(gc.collect())
