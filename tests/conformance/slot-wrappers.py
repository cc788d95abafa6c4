# the slots of built-in types by name
print(list.__len__, int.__add__, object.__init__, object.__setattr__, dict.__len__)
print(list.__len__([1, 2]), int.__add__(2, 3), (5).__sub__(3), (2).__rsub__(7))
print((1).__add__(1.5), (1.5).__add__(1), "a".__add__("b"), [1].__add__([2]))
print((1).__add__("a"), [].__eq__(()), [1].__eq__([1]), (1).__lt__(2), "a".__le__("b"))
print([3].__contains__(3), {1: 2}.__contains__(1), "abc".__contains__("b"))
print((1, 2).__getitem__(1), [1, 2].__getitem__(0), "abc".__getitem__(-1))
l = [1, 2, 3]
l.__setitem__(0, 9)
l.__delitem__(1)
print(l, l.__len__(), l.__repr__(), (1).__repr__(), "a".__repr__(), 1.5.__str__())
print((5).__hash__() == hash(5), "ab".__hash__() == hash("ab"), (1, 2).__hash__() == hash((1, 2)))
print((-3).__abs__(), (3).__neg__(), (3).__invert__(), (3).__pos__(), (3).__float__(), (3.7).__int__())
print((7).__divmod__(2), (7).__rdivmod__(50), (2).__pow__(5), (7).__floordiv__(2), (7).__mod__(4))
print(next([7].__iter__()), sorted({1: 2}.__iter__()))
print({1, 2}.__len__(), {1}.__or__({2}), {1}.__and__([1]), {1, 2}.__sub__({2}))
print([1].__iadd__([2]), [1].__mul__(2), [1].__rmul__(3), "ab".__mul__(2))
print(len.__call__([1]), (lambda x: x + 1).__call__(4))
m = [].__len__
print(type(m).__name__, type(list.__len__).__name__, m())
try:
    [].__add__(1)
except TypeError as e:
    print(e)
try:
    list.__len__(())
except TypeError as e:
    print(e)
try:
    list.__len__()
except TypeError as e:
    print(e)
