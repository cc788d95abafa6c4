# Attributes read and stored.
class Pair:
    pass


def main():
    a = Pair()
    a.x = 1
    a.y = 2
    i = 0
    while i < 700000:
        a.x = a.y
        a.x = a.y
        a.x = a.y
        i += 1
    print(a.x)


main()
