# -*- coding: utf-8 -*-
# gcrefs: title="Generations 0, 1, 2"
# gcrefs: goal="What survives a collection moves up, and young collections do not look at the old"

import gc


class Node(object):
    pass


def new_ring():
    node = Node()
    node.me = node
    return node


gc.collect()

#: A new object starts in generation 0.
#:zh 新对象从第 0 代开始。
old = new_ring()

#: It has a name, so it survives, and moves to generation 1 ...
#:zh 它有名字,所以活了下来,移到第 1 代 ……
gc.collect(0)
print("collections of 0 and 1 so far: %d, %d" % gc.get_count()[1:])

#: ... and from there to generation 2, where it stays.
#:zh …… 再从那里移到第 2 代,并留在那里。
gc.collect(1)
print("collections of 0 and 1 so far: %d, %d" % gc.get_count()[1:])

#: Now two rings are lost: an old one and a young one.
#:zh 现在丢失两个环:一个老的,一个年轻的。
young = new_ring()
del old, young

#: Generation 0 holds the young one only.
#:zh 第 0 代里只有年轻的那个。
young_found = gc.collect(0)
print("collect(0) finds the young ring: %s" % (young_found > 0))

#?: Will a collection of generation 1 find the old one?
#:zh 回收第 1 代能找到老的那个吗?
print("collect(1) finds %d" % gc.collect(1))
print("collect(2) finds the old ring: %s" % (gc.collect(2) == young_found))
print("collections of 0 and 1 so far: %d, %d" % gc.get_count()[1:])
