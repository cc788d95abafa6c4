# versions: 3.6-
# range is an object of its own
print(range(5), range(2, 5), range(10, 0, -3))
print(len(range(10)), range(10)[3], range(10)[-1])
print(list(range(2, 8, 2)), 4 in range(10))
print(range(3) == range(0, 3), type(range(1)))
