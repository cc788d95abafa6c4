# versions: 3.12-
d = {"a": 1}
print(f"{d["a"]} {"\n".join(["x", "y"])!r} {f"{1 + 1}"}")
print(f"{ # comment
    1 + 1
}")
x = 3.14159
print(f"{x:.{2}f} {x=} {x=:.1f} {x!r:>10} {'a':^{5}}|")
