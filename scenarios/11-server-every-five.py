# -*- coding: utf-8 -*-
# gcrefs: title="A server that collects every five requests"
# gcrefs: goal="A fixed interval: the garbage has an upper limit, some request pays for it"

import gc


class Session(object):
    pass


class Request(object):
    pass


def handle(number):
    #: Session and request refer to each other: a ring for every request.
    #:zh 会话和请求互相引用:每个请求都留下一个环。
    session = Session()
    request = Request()
    session.request = request
    request.session = session
    request.number = number


#: Collections only when the program says so.
#:zh 只在程序要求的时候才回收。
gc.disable()
gc.collect()

served = 0
for number in range(1, 13):
    handle(number)
    served += 1
    if served % 5 == 0:
        #: Every fifth request waits for this. Look at how many steps it takes.
        #:zh 每第五个请求要等它做完。看看它要花多少步。
        found = gc.collect()
        print("after request %d: %d objects found" % (number, found))

#?: Twelve requests. How many left their ring behind for now?
#:zh 一共十二个请求。现在还有几个请求的环留着?
print("at the end: %d objects found" % gc.collect())
