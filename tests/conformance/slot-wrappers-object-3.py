# versions: 3.6-
# object's comparisons
class A:
    def __eq__(self, other):
        print("eq")
        return False


a, b = A(), A()
print(object.__eq__(a, a), object.__eq__(a, b), object.__lt__(a, b))
print(object.__ne__(a, b), object.__ne__(1, 2), object.__ge__(1, 1))
print(list.__hash__, A.__hash__, object().__eq__(1))
print((3).__bool__(), (0).__bool__(), (1).__eq__(1.0), (1.0).__eq__(1), (1).__ne__(2))


class I(int):
    def __eq__(self, other):
        print("I.eq")
        return int.__eq__(self, other)

    def __lt__(self, other):
        return int.__lt__(self, other)

    def __hash__(self):
        return int.__hash__(self)


print(I(1) == I(1), I(1) == 1, 1 != I(1), sorted([I(3), I(2)]), {I(1): 2}[1])
print({}.__eq__({}), {1}.__le__({1, 2}), (1,).__gt__((0,)))
