# what a function gives back
def nothing():
    pass


def bare():
    return


def several():
    return 1, 2


def early(n):
    for i in range(10):
        if i == n:
            return "found %d" % i
    return "not found"


print(nothing())
print(bare())
print(several())
print(early(3))
print(early(30))
