# -*- coding: utf-8 -*-
# gcrefs: title="Counting references"
# gcrefs: goal="Every name, item and attribute that refers to an object adds one"

import sys


class Box(object):
    pass


#: One object, one name. getrefcount shows one more: its own argument counts too.
#:zh 一个对象,一个名字。getrefcount 的结果多 1,因为它自己的参数也算一个引用。
box = Box()
print("one name: %d" % (sys.getrefcount(box) - 1))

#: A second name for the same object. Nothing is copied.
#:zh 同一个对象的第二个名字。什么也没有复制。
other = box
print("two names: %d" % (sys.getrefcount(box) - 1))

#: The same object twice in a list: two more references.
#:zh 同一个对象在列表里出现两次:又多两个引用。
shelf = [box, box]
print("and twice in a list: %d" % (sys.getrefcount(box) - 1))

#: An attribute refers to it, too.
#:zh 属性也是引用。
crate = Box()
crate.content = box
print("and in an attribute: %d" % (sys.getrefcount(box) - 1))

#?: del other: is the object deleted, or only a name?
#:zh del other:删除的是对象,还是只是一个名字?
del other
print("one name less: %d" % (sys.getrefcount(box) - 1))

#: The list goes, and with it both of its references.
#:zh 列表没有了,它的两个引用也随之消失。
del shelf
print("no list: %d" % (sys.getrefcount(box) - 1))

#: The attribute goes with its owner. The name box is the last reference.
#:zh 属性随着它的主人一起消失。名字 box 是最后一个引用。
del crate
print("no crate: %d" % (sys.getrefcount(box) - 1))
del box
