# versions: 3.6-
# yield from over built-in iterables, nested
def flatten(x):
    if isinstance(x, list):
        for y in x:
            yield from flatten(y)
    else:
        yield x


print(list(flatten([1, [2, [3, [4]], 5], []])))


def chain(*its):
    for it in its:
        yield from it


print(list(chain("ab", (1, 2), range(2), {3: 4}, iter([5]))))
try:
    list(chain(5))
except TypeError as e:
    print(e)


def tree(n):
    if n:
        yield from tree(n - 1)
        yield n
        yield from tree(n - 1)


print(list(tree(3)))
