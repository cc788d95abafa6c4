# versions: 2.7
print map(str, [1, 2]), map(None, [1, 2], [3]), map(lambda a, b: (a, b), [1], "xy"), map(None, [1])
print zip(), zip([1, 2]), zip([1, 2], "ab", (5, 6)), zip("ab", [1])
print filter(None, [0, 1, "", "a"]), filter(lambda c: c > "a", "abc"), filter(lambda x: x % 2, (1, 2, 3)), filter(str.isdigit, u"a1") if False else 1
print reduce(lambda a, b: a + b, [1, 2, 3]), reduce(lambda a, b: a * b, [], 7), reduce(max, [3, 1])
class A(object):
    def __nonzero__(self):
        print "nonzero"
        return True
    def __iter__(self): return iter([1, 2])
print len(filter(None, [A()])), map(lambda x: x + 1, A()), len(filter(lambda x: A(), [1]))
def gen():
    for i in range(3): yield i
print map(lambda x: x * x, gen()), zip(gen(), gen()), sum(map(int, "123"))
for f in (lambda: reduce(max, []), lambda: map(1, [1]), lambda: map(str, 5), lambda: zip([1], 5), lambda: map(str), lambda: filter(None, 5), lambda: reduce(max, 5), lambda: map(lambda x: 1 / 0, [1])):
    try: f()
    except Exception, e: print type(e).__name__, e
print zip("ab", "cd", "ef", "gh", "ij"), map(None, [1], [2, 3], [], [4], [5])
print map, filter, zip, reduce
