# -*- coding: utf-8 -*-
# gcrefs: title="Thresholds"
# gcrefs: goal="How much may pile up before the collector starts by itself; 0 means never"

import gc
import weakref


class Node(object):
    pass


freed = []
watchers = []


def lose_rings(number):
    for turn in range(number):
        node = Node()
        node.me = node
        #: The list freed grows by one whenever a node really goes.
        #:zh 每当一个节点真正消失,列表 freed 就多一项。
        watchers.append(weakref.ref(node, freed.append))


gc.collect()
gc.set_threshold(700, 10, 10)
print("thresholds: %d, %d, %d" % gc.get_threshold())

#: Only the first one changes; the other two stay as they are.
#:zh 只改第一个,另外两个不变。
gc.set_threshold(25)
print("thresholds: %d, %d, %d" % gc.get_threshold())

#: Zero: the collector never starts by itself.
#:zh 零:回收器永远不会自己启动。
gc.set_threshold(0)
lose_rings(40)
print("with 0, forty rings lost and %d freed" % len(freed))

#?: collect() can still be called. Does the threshold matter to it?
#:zh 仍然可以调用 collect()。阈值对它有影响吗?
gc.collect()
print("after collect(): %d freed" % len(freed))

#: A small threshold: the collector starts again and again.
#:zh 阈值很小:回收器会一次又一次地启动。
del freed[:]
gc.set_threshold(25)
lose_rings(40)
print("with 25, some were freed on the way: %s" % (len(freed) > 0))
