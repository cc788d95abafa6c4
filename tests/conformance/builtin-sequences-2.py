# 2.7: zip, map, filter, reduce, apply
# versions: 2.7
print(zip([1, 2], 'ab'), map(lambda x: x + 1, [1, 2]), filter(None, [0, 1]), reduce(lambda a, b: a + b, [1, 2, 3]))
print(map(None, [1, 2], [3]), apply(max, (1, 2)), filter(lambda c: c > 'a', 'abc'), bytes)
