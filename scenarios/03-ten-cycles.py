# -*- coding: utf-8 -*-
# gcrefs: title="Ten rings of one dict"
# gcrefs: goal="A function leaves garbage behind that only gc.collect() finds"

import gc


def leave_a_ring():
    #: A dict that is stored under a key of its own.
    #:zh 一个把自己存成自己的值的字典。
    knot = {}
    #?: Then the function returns. What happens to the name knot, and to the dict?
    #:zh 然后函数返回。名字 knot 会怎样?字典又会怎样?
    knot["self"] = knot


def main():
    #: The first call of collect() clears the ground; nobody looks at its result.
    #:zh 第一次 collect() 只是清场,不看它的结果。
    gc.collect()

    #: Nothing has been lost yet: 0.
    #:zh 还没有丢失任何东西:0。
    print("before: %d unreachable objects" % gc.collect())

    for turn in range(10):
        leave_a_ring()

    #: Ten dicts, each holding itself: 10.
    #:zh 十个字典,每个都引用着自己:10。
    print("after: %d unreachable objects" % gc.collect())

    #: And they are gone for good.
    #:zh 它们彻底消失了。
    print("once more: %d unreachable objects" % gc.collect())


if __name__ == "__main__":
    main()
