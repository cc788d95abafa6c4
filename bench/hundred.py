# About a hundred objects that stay, for bench/latency: a tree of lists, and steps
# among them.
import gc

gc.disable()
gc.set_threshold(0)


class Node(object):
    def __init__(self, up):
        self.up = up


root = Node(None)
level = [root]
for depth in range(3):
    below = []
    for node in level:
        node.children = [Node(node), Node(node), Node(node)]
        below.extend(node.children)
    level = below
for node in level:
    node.mark = [node.up]
    node.also = [node.mark]
for turn in range(50):
    node = level[turn % 27]
    node.mark = [node.up]
    node = None
root = None
gc.collect()
