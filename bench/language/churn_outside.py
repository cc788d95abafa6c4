# An instance whose attributes are set from outside; the one before dies.
class Node:
    pass


def main():
    i = 0
    while i < 600000:
        n = Node()
        n.a = i
        n.b = n.a
        i += 1
    print(n.b)


main()
