# -*- coding: utf-8 -*-
# gcrefs: title="A server that collects when idle"
# gcrefs: goal="No request waits for the collector, but a busy day piles up garbage"

import gc


class Session(object):
    pass


class Request(object):
    pass


def handle(number):
    session = Session()
    request = Request()
    session.request = request
    request.session = session
    request.number = number


gc.disable()
gc.collect()

#: What comes in: numbers are requests, None is a moment with nothing to do.
#:zh 到来的事情:数字是请求,None 表示没有事情做的时刻。
events = [1, 2, None, 3, None, None, 4, 5, 6, 7, 8, 9, None]

waiting = 0
for event in events:
    if event is not None:
        #: While there is work, nobody pays for a collection.
        #:zh 有工作的时候,谁也不为回收花时间。
        handle(event)
        waiting += 1
    elif waiting:
        #?: Six requests came in a row. What does that do to this collection?
        #:zh 连续来了六个请求。这对这一次回收有什么影响?
        found = gc.collect()
        print("idle after %d requests: %d objects found" % (waiting, found))
        waiting = 0
    else:
        #: Idle again, and nothing done since: collecting now would find nothing.
        #:zh 又空闲了,但期间什么也没做:现在回收什么也找不到。
        print("idle, nothing to do")
