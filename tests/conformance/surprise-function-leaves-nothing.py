# a function that only calls leaves nothing, one that names itself does
import gc


def plain():
    x = [1]
    return len(x)


def recursive():
    def inner(n):
        if n == 0:
            return 0
        return inner(n - 1)
    return inner(3)


gc.collect()
plain()
print(gc.collect())
recursive()
print(gc.collect())
