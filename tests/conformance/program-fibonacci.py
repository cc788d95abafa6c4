# two ways
def slow(n):
    if n < 2:
        return n
    return slow(n - 1) + slow(n - 2)


known = {0: 0, 1: 1}


def fast(n):
    if n not in known:
        known[n] = fast(n - 1) + fast(n - 2)
    return known[n]


for i in range(10):
    print(slow(i), fast(i))
print(fast(60))
