# get_referents in the order of traversal
import gc
print(gc.get_referents([1, 2, "x"]))
print(gc.get_referents((1, 2, 3)))
print(gc.get_referents({"a": 1, "b": 2}))
print(gc.get_referents({1: 2, 3: 4}))
print(gc.get_referents(5, "x", None))
print(gc.get_referents([1], (2,), [3, 4]))
print(gc.get_referents())
