assert (1, "m")
assert (1,)
def f():
    assert (x, y)
assert [1]
