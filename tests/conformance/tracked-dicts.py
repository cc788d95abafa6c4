# a dict is tracked once it holds something trackable
import gc


class A(object):
    pass


print(gc.is_tracked({}), gc.is_tracked({1: 2}), gc.is_tracked({"a": "b"}))
print(gc.is_tracked({1: []}), gc.is_tracked({1: {}}), gc.is_tracked({1: A()}))
d = {}
r = [gc.is_tracked(d)]
d["n"] = 1
r.append(gc.is_tracked(d))
d["l"] = []
r.append(gc.is_tracked(d))
d["l"] = 0
r.append(gc.is_tracked(d))
gc.collect(0)
r.append(gc.is_tracked(d))
gc.collect()
r.append(gc.is_tracked(d))
print(r)
print(gc.is_tracked({1: []}.copy()), gc.is_tracked({1: 2}.copy()))
e = {}
e.update({1: []})
print(gc.is_tracked(e))
e = {}
e.setdefault(1, [])
print(gc.is_tracked(e))
