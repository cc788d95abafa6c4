# generators: for, next, send, the end
def count(n):
    i = 0
    while i < n:
        got = yield i
        if got:
            print("got %s" % got)
        i += 1


for i in count(3):
    print(i)
g = count(3)
print(next(g))
print(g.send("a"))
print(next(g))
for attempt in range(2):
    try:
        next(g)
    except StopIteration as e:
        print("stop %r" % (e.args,))
print(next(count(0), "default"))
print(list(count(3)), tuple(count(3)), sum(count(4)), max(count(4)), sorted(count(3)))
a, b, c = count(3)
print(a, b, c)
print(2 in count(3), 5 in count(3))
print(dict((k, k * k) for k in count(3)))
print(set(count(3)) == {0, 1, 2})
print(",".join(str(x) for x in count(3)))
print([x for x in count(3) if x], any(x > 1 for x in count(3)), all(x for x in count(3)))
print(list(enumerate(count(2))))
