# all functions of a loop share its variable
fs = []
for i in range(3):
    def f():
        return i
    fs.append(f)
print([fs[0](), fs[1](), fs[2]()])


def make():
    made = []
    for i in range(3):
        def g(k=i):
            return (i, k)
        made.append(g)
    return made


for g in make():
    print(g())
