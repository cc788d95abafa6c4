# -*- coding: utf-8 -*-
# python: 2.7
# gcrefs: title="Held by gc.garbage, Python 2"
# gcrefs: goal="The second collect() finds nothing: look in the ledger for who holds the ring now"

import gc


class Door(object):
    def __del__(self):
        print "  a door closes"


class Room(object):
    pass


gc.collect()

door = Door()
room = Room()
door.room = room
room.door = door
del door, room

#: Found unreachable: two instances and their dicts. The Door cannot be collected.
#:zh 发现不可达:两个实例和它们的字典。Door 无法回收。
print "first collect: %d" % gc.collect()
print "in gc.garbage: %d" % len(gc.garbage)

#?: The ring is still there. Why does the second collection not count it?
#:zh 环还在。为什么第二次回收不再算上它?
print "second collect: %d" % gc.collect()

#: The ledger of the Door: one reference from the Room, one from gc.garbage.
#:zh Door 的账本:一个引用来自 Room,一个来自 gc.garbage。
print "held by gc.garbage: %s" % isinstance(gc.garbage[0], Door)

#: Emptying gc.garbage alone does not help: the ring holds itself again ...
#:zh 只清空 gc.garbage 没有用:环又自己引用自己 ……
del gc.garbage[:]
print "third collect: %d" % gc.collect()

#: ... and is back in the list. Cut it first, then let go.
#:zh …… 并且又回到列表里。先剪断,再放手。
del gc.garbage[0].room
del gc.garbage[:]
print "in gc.garbage: %d" % len(gc.garbage)
