# -*- coding: utf-8 -*-
# python: 2.7
# gcrefs: title="__del__ in a ring, Python 2"
# gcrefs: goal="Why the collector puts these objects aside, and how to break the ring by hand"

import gc


class A(object):
    def __del__(self):
        print "  __del__ of the A"


class B(object):
    def __del__(self):
        print "  __del__ of the B"


class C(object):
    pass


gc.collect()

#: a -> c -> b -> a: three objects in a ring, and two of them have a __del__.
#:zh a -> c -> b -> a:三个对象成环,其中两个有 __del__。
a, b, c = A(), B(), C()
a.cc, c.bb, b.aa = c, b, a
del a, b, c

#?: Six containers, three instances and their dicts. Which __del__ should run first?
#:zh 六个容器:三个实例和它们的字典。应该先运行哪个 __del__?
print "collect: %d" % gc.collect()

#: Python 2 does not choose: those with a __del__ go to gc.garbage, alive.
#:zh Python 2 不做选择:有 __del__ 的对象放进 gc.garbage,仍然活着。
for thing in gc.garbage:
    print "in gc.garbage: %s" % type(thing).__name__
del thing

#: We know what the ring looks like, so we cut it: a no longer holds c.
#:zh 我们知道环的样子,所以由我们来剪断它:a 不再引用 c。
del gc.garbage[0].cc

#: Now gc.garbage lets go. Reference counting does the rest, in a known order.
#:zh 现在 gc.garbage 放手。其余的由引用计数按确定的顺序完成。
del gc.garbage[:]
print "collect: %d" % gc.collect()
print "in gc.garbage: %d" % len(gc.garbage)
