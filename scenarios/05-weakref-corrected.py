# -*- coding: utf-8 -*-
# gcrefs: title="ref and proxy, corrected"
# gcrefs: goal="Two ways to look at an object without keeping it alive"

import sys
import weakref


class Planet(object):
    pass


home = Planet()
home.moons = 1
home.rings = 0

#: First the attribute, while the name still exists ...
#:zh 先删除属性,这时名字还在 ……
del home.rings
print("has rings: %s" % hasattr(home, "rings"))

#: ... and the count is 1, before and after both weak references are made.
#:zh …… 建立两个弱引用之前和之后,引用计数都是 1。
print("count: %d" % (sys.getrefcount(home) - 1))
look = weakref.ref(home)
through = weakref.proxy(home)
print("count: %d" % (sys.getrefcount(home) - 1))

#: A ref has to be called; it gives the object itself.
#:zh ref 要调用才能得到对象本身。
print("by ref: %d, the same object: %s" % (look().moons, look() is home))

#: A proxy stands for the object: no call, and assignments go through it.
#:zh proxy 代表对象:不用调用,赋值也会传过去。
through.moons = 2
print("by proxy: %d" % home.moons)

#?: The last counted reference goes. What does look() give now?
#:zh 最后一个计数的引用没有了。现在 look() 得到什么?
del home
print("look() is None: %s" % (look() is None))
