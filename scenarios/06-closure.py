# -*- coding: utf-8 -*-
# gcrefs: title="A closure keeps what it uses"
# gcrefs: goal="One of two locals outlives its function, in a cell"


class Loud(object):
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("  freed: %s" % self.name)


def build():
    kept = Loud("the one the inner function uses")
    other = Loud("the one nobody uses")

    #: The inner function uses kept, so kept lives in a cell that both share.
    #:zh 内层函数用到了 kept,所以 kept 放在一个两者共用的 cell 里。
    def show():
        extra = Loud("a local of the call")
        print("  using: %s" % kept.name)

    #?: build returns. Which of the two objects will be freed?
    #:zh build 返回。两个对象中哪一个会被释放?
    return show


print("call build")
show = build()

#: The closure of the function is a tuple of cells: here one.
#:zh 函数的闭包是一个由 cell 组成的元组:这里只有一个。
print("closure: %s" % (show.__closure__,))

print("call show")
show()

#: The function goes: with it the tuple, the cell, and what the cell held.
#:zh 函数消失:元组、cell 以及 cell 里的对象也随之消失。
print("del show")
del show
print("end")
