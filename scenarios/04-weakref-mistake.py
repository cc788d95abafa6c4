# -*- coding: utf-8 -*-
# gcrefs: title="del removes a name: a common mistake"
# gcrefs: goal="After del, the name is unknown, whatever else refers to the object"

import weakref


class Planet(object):
    pass


#: An object with two attributes.
#:zh 一个有两个属性的对象。
home = Planet()
home.moons = 1
home.rings = 0

#: A weak reference looks at the object and does not count.
#:zh 弱引用可以看到对象,但不增加引用计数。
look = weakref.ref(home)
print("moons: %d" % look().moons)

#: del removes the name home. It was the only counted reference: the object dies.
#:zh del 去掉名字 home。它是唯一计数的引用,所以对象死亡。
del home
print("gone: %s" % (look() is None))

#?: The mistake: an attribute of a name that does not exist. What will Python say?
#:zh 常见的错误:访问一个已不存在的名字的属性。Python 会说什么?
del home.rings

#: This line is never reached.
#:zh 永远不会执行到这一行。
print("never printed")
