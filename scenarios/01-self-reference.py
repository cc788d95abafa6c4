# -*- coding: utf-8 -*-
# gcrefs: title="A list that holds itself"
# gcrefs: goal="What reference counting frees at once, and what it never can"

import gc

#: A clean start: whatever the start of Python left behind goes now.
#:zh 干净的开始:先清掉 Python 启动时留下的垃圾。
gc.collect()

#: An ordinary list. Only the name plain refers to it, so its count is 1.
#:zh 一个普通的列表。只有名字 plain 引用它,所以引用计数是 1。
plain = [1, 2, 3]

#: del takes the name away. The count falls to 0: the list is freed at once.
#:zh del 去掉这个名字。引用计数降为 0,列表立刻被释放。
del plain

#: Nothing is left over for the collector to find.
#:zh 没有什么可以留给垃圾回收器去找了。
print("after the ordinary list, collect() finds %d" % gc.collect())

#: Another list, and again one name for it.
#:zh 另一个列表,同样只有一个名字引用它。
ring = []

#: Now it is its own only item. Its count is 2: the name, and the list itself.
#:zh 现在它唯一的元素就是它自己。引用计数是 2:一个来自名字,一个来自它自己。
ring.append(ring)

#?: We take the name away. Will the list be freed this time?
#:zh 我们去掉这个名字。这一次列表会被释放吗?
del ring

#: No: it still holds itself, so its count is 1, and no one can reach it any more.
#:zh 没有:它仍然引用着自己,计数是 1,可是再也没有人能访问到它。
print("the name is gone, the list is not")

#: Only the cycle collector finds such a list. Step through how it does that.
#:zh 只有循环垃圾回收器才能找到这样的列表。请一步一步看它怎么做。
print("after the list in itself, collect() finds %d" % gc.collect())
