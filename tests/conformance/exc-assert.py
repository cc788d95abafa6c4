# assert
def check(x):
    assert x > 0
    assert x < 10, "too large: %d" % x
    return x


print(check(5))
for x in [0, 20]:
    try:
        check(x)
    except AssertionError as e:
        print("%r" % (e.args,))
check(11)
