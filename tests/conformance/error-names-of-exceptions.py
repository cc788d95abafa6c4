# What messages call an exception that is used as something else: 2.7 has a module
# for them.
E = ValueError("v")


def attempt(f):
    try:
        f()
    except Exception as e:
        print(str(e))


attempt(lambda: E.foo)
attempt(lambda: len(E))
attempt(lambda: E + 1)
attempt(lambda: E())
attempt(lambda: "".join([E]))
attempt(lambda: [1][E])
attempt(lambda: int(E))
attempt(lambda: -E)
attempt(lambda: ValueError.foo)
print(repr(E), ValueError.__name__)
E["x"] = 1
