# in and not in
print(1 in [1, 2], 3 in [1, 2], 3 not in [1, 2])
print("ell" in "hello", "" in "abc", "lh" in "hello")
print("k" in {"k": 1}, 1 in {"k": 1})
print(2 in (1, 2), 2 in set([2]), None in [None])
print(1.0 in [1], True in [1])
l = [1]
l.append(l)
print(l in l)
