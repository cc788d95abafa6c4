# A function of two arguments and two locals.
def add(a, b):
    c = a
    d = b
    return c + d


def main():
    i = 0
    while i < 600000:
        add(i, 1)
        i += 1
    print(add(i, 0))


main()
