# versions: 2.7, 3.6, 3.7
# which operations free a container, seen or not, and so empty the trashcan
import gc
import weakref


class Node(object):
    def __init__(self, n, inner):
        self.n = n
        self.inner = inner


gc.disable()


def t(what):
    x = None
    for i in range(70):
        x = Node(i, x)
        if i == 0:
            r = weakref.ref(x)
    x = None
    if what == 0:
        range(3)
    elif what == 1:
        r()
    elif what == 2:
        len([])
    elif what == 3:
        isinstance(1, int)
    elif what == 4:
        [1].append(1)
    elif what == 5:
        int('3')
    elif what == 6:
        'a'.upper()
    elif what == 7:
        'a' + 'b'
    elif what == 8:
        'a'.startswith('b')
    elif what == 9:
        'a'.startswith('b', 1)
    elif what == 10:
        '%s' % 3
    elif what == 11:
        '%s %s' % (what, x)
    elif what == 12:
        {}.get(1)
    elif what == 13:
        getattr(1, 'real')
    elif what == 14:
        {1: 2}
    elif what == 15:
        iter([1])
    elif what == 16:
        Node
    elif what == 17:
        str(what)
    elif what == 18:
        what
    elif what == 19:
        for a, b in [(1, 2)]:
            pass
    elif what == 20:
        sum([1])
    elif what == 21:
        max(1, 2)
    elif what == 22:
        sorted([1])
    elif what == 23:
        gc.isenabled()
    elif what == 24:
        gc.get_count()
    y = r() is None
    return y


print([i for i in range(25) if t(i)])
