import sys
S = sys.getsizeof
print([S(dict.fromkeys(range(n))) for n in range(0, 70)])
print([S(dict.fromkeys(map(str, range(n)))) for n in range(0, 70)])
print([S({i: 1 for i in range(n)}) for n in range(0, 70)])
print([S(dict({i: 1 for i in range(n)})) for n in range(0, 70)])
print([S({str(i): 1 for i in range(n)}.copy()) for n in range(0, 70)])
def kw(**k): return S(k)
print([kw(**{"a%d" % i: 1 for i in range(n)}) for n in range(0, 50)])
print(S({1:1,2:2,3:3,4:4,5:5,6:6,7:7,8:8,9:9,10:1,11:1,12:1,13:1,14:1,15:1,16:1,17:1,18:1,19:1,20:1,21:1}), S({"a":1,"b":2,"c":3,"d":4,"e":5,"f":6}))
for n in range(1, 30):
    d = {}
    out = []
    for i in range(60):
        d[i] = i
        if i >= n: del d[i - n]
        out.append(S(d))
    print(n, sorted(set(out)), out[-1])
for n in (1, 5, 6, 11, 20, 40):
    d = {0: 1}; d.update({i: 1 for i in range(n)}); e = {"x": 1}; e.update({i: 1 for i in range(n)}); f = {1: 1, 2: 2, 3: 3}; f.update(dict.fromkeys("abcdefghijklmnopqrstuvwxyz"[:n])); g = {}; g.update([(i, i) for i in range(n)])
    print(n, S(d), S(e), S(f), S(g), S(dict([(i, i) for i in range(n)])), S(dict(d, a=1, b=2)))
d = {}; d.setdefault(1, 2); print(S(d)); d.pop(1); print(S(d))
