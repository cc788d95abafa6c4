# A method, an instance, a list and a dict in each round.
class Item:
    def __init__(self, n):
        self.n = n

    def double(self):
        return self.n * 2


def main():
    seen = {}
    i = 0
    while i < 150000:
        item = Item(i)
        row = [item, i]
        seen[i % 10] = row
        row.append(item.double())
        i += 1
    print(len(seen), seen[3][2])


main()
