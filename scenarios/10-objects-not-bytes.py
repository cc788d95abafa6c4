# -*- coding: utf-8 -*-
# gcrefs: title="It counts objects, not bytes"
# gcrefs: goal="Megabytes of strings start no collection; a few empty lists do"

import gc
import weakref


class Node(object):
    pass


gc.collect()
gc.set_threshold(50, 10, 10)

#: A ring is lost, and a weak reference tells us when it goes.
#:zh 丢失一个环,用一个弱引用观察它何时消失。
ring = Node()
ring.me = ring
lost = weakref.ref(ring)
del ring

#: Six megabytes of text. A string holds no other object: it is not counted.
#:zh 六兆字节的文本。字符串不引用别的对象,所以不计入。
texts = []
#?: Memory fills up. Will the collector come and free the ring?
#:zh 内存越来越满。回收器会来释放这个环吗?
for turn in range(60):
    texts.append("x" * 100000)
size = 0
for text in texts:
    size += len(text)
print("%d bytes later, the ring is still there: %s" % (size, lost() is not None))

#: Sixty empty lists are nearly nothing, but each is a container.
#:zh 六十个空列表几乎不占内存,但每个都是容器。
lists = []
for turn in range(60):
    lists.append([])
print("%d lists later, the ring is still there: %s" % (len(lists), lost() is not None))
