import sys
S = sys.getsizeof
E = S([])
def n(l): return (S(l) - E) // 8
for k in (0, 1, 2, 3, 5, 8, 9, 20):
    r = list(range(k))
    def gen():
        for x in r: yield x
    print(k, n(list(r)), n(list(tuple(r))), n(list(iter(r))), n(list(x for x in r)), n(list(gen())), n(list(dict.fromkeys(r))), n(list(set(r))), n(list("a" * k)), n(list(zip(r, r))), n(list(map(str, r))), n(list(enumerate(r))), n(list(reversed(r))))
    l = []; l.extend(r); m = []; m.extend(x for x in r); o = [1, 2]; o.extend(r); p = [1]; p += tuple(r); q = [1]; q.extend(x for x in r); t = [1]; t += set(r)
    print("  ext", n(l), n(m), n(o), n(p), n(q), n(t), n(sorted(r)), n(sorted(x for x in r)), n(r[:]), n(r * 2), n(("a " * k).split()), n(("a," * k).split(",")), n(list(dict.fromkeys(r).items())))
    u = r[:]; u *= 2; v = r[:]; v.sort(); w = r[:]; w.reverse()
    print("  rep", n(u), n(v), n(w), n([None] * k))
class L(list): pass
print(n(L([1,2,3])), n([0, 1, 2]), n([0, 1, 2, 3, 4]), n([0, 1]), n([k, k, k]), n(["a", "b", "c", "d", "e"]), n([1, 2, 3, k]))
a = list(range(10))
while a:
    del a[-1]; sys.stdout.write("%d " % n(a))
a = list(range(10))
while a:
    del a[0]; sys.stdout.write("%d " % n(a))
a = list(range(10))
while a:
    a.pop(0); sys.stdout.write("%d " % n(a))
a = list(range(10))
while a:
    a.remove(a[0]); sys.stdout.write("%d " % n(a))
print("")
a = list(range(20)); del a[2:15]; print(n(a)); del a[::2]; print(n(a)); a[1:1] = [1,2,3]; print(n(a)); a[:] = []; print(n(a))
a = []; a.insert(0, 1); print(n(a)); a[:] = [1]; print(n(a)); a = [1, 2, 3]; del a[:]; print(n(a))
