# -*- coding: utf-8 -*-
# gcrefs: title="The collector starts by itself"
# gcrefs: goal="Watch count 0 pass its threshold, in the middle of an ordinary line"

import gc
import weakref


class Node(object):
    pass


turn = 0
freed_in = []
watchers = []


def gone(reference):
    #: A ring is gone. We write down in which turn that was.
    #:zh 一个环消失了。记下这是第几轮。
    freed_in.append(turn)


gc.collect()

#: More than 20 containers made and not freed: that starts a collection.
#:zh 新建而未释放的容器超过 20 个,就会启动一次回收。
gc.set_threshold(20, 10, 10)

#?: Each turn loses one ring. In which turn will the collector start?
#:zh 每一轮丢失一个环。回收器会在第几轮启动?
while turn < 24:
    turn += 1
    node = Node()
    node.me = node
    watchers.append(weakref.ref(node, gone))

#: No more automatic collections. What is left goes by hand, as turn 99.
#:zh 不再有自动回收。剩下的由我们手动回收,记作第 99 轮。
gc.set_threshold(0)
del node
turn = 99
gc.collect()
print("the rings were freed in these turns:")
print(freed_in)
