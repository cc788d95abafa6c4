# An instance with __init__ and two attributes, dropped at once.
class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


def main():
    i = 0
    while i < 400000:
        Point(i, i)
        i += 1
    print(i)


main()
