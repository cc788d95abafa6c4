# __len__, __getitem__, __contains__, __eq__, __call__ and truth
class Box(object):
    def __init__(self, items):
        self.items = items

    def __len__(self):
        return len(self.items)

    def __getitem__(self, i):
        return self.items[i]

    def __setitem__(self, i, v):
        self.items[i] = v

    def __contains__(self, x):
        return x == "magic"

    def __eq__(self, other):
        return self.items == other.items

    def __call__(self, x):
        return x * 2

    def __add__(self, other):
        return Box(self.items + other.items)


b = Box([1, 2, 3])
print(len(b), b[1], "magic" in b, 1 in b)
b[0] = 9
print(b.items, b == Box([9, 2, 3]), b(21))
print((b + b).items)
if Box([]):
    print("true")
else:
    print("an empty box is false")
for x in b:
    print(x)
