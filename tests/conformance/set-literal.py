# braces without colons
print({1, 2, 3})
print({"x"})
print(len({1, 1.0, True}))
print({(1, 2)} == set([(1, 2)]))
print(type({1}), type({}))
