# A thousand objects that stay, for bench/keys: a tree, and steps among its leaves.
import gc

gc.disable()


class Node(object):
    def __init__(self, up):
        self.up = up


root = Node(None)
level = [root]
for depth in range(6):
    below = []
    for node in level:
        node.left, node.right, node.more = Node(node), Node(node), [node]
        below.extend([node.left, node.right])
    level = below
everything = [[i, level[i % 64]] for i in range(700)]
for turn in range(50):
    node = level[turn % 64]
    node.mark = [node.up]
    node = None
root.left = None
gc.collect()
