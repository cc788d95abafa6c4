# A binary tree that is built, counted and dropped.
class Tree:
    def __init__(self, depth):
        self.left = self.right = None
        if depth:
            self.left = Tree(depth - 1)
            self.right = Tree(depth - 1)

    def count(self):
        if self.left is None:
            return 1
        return 1 + self.left.count() + self.right.count()


def main():
    total = 0
    for i in range(8):
        total += Tree(12).count()
    print(total)


main()
