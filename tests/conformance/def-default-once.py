# a default is evaluated once, when def runs
def note(x):
    print("default made")
    return x


def f(item, seen=note([])):
    seen.append(item)
    return seen


print(f(1))
print(f(2))
print(f(3, []))
print(f(4))
