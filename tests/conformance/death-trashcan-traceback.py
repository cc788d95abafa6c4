# versions: 3.6-
# tracebacks, whose frames refer to tracebacks: both nest
import sys

dead = []


class D(object):
    def __init__(self, n):
        self.n = n

    def __del__(self):
        dead.append(self.n)


def traceback(x, d):
    try:
        raise ValueError
    except ValueError:
        return sys.exc_info()[2]


x = None
for i in range(120):
    x = traceback(x, D(i))
x = None
print(len(dead))
print(dead)
