class M(object):
    def __init__(self, n, swallow=False): self.n, self.swallow = n, swallow
    def __enter__(self):
        print("enter " + self.n); return self
    def __exit__(self, t, v, tb):
        print("exit %s %s" % (self.n, t and t.__name__)); return self.swallow
with M("a") as a, M("b", True) as b:
    raise ValueError("x")
print("after")
def f():
    with M("c"):
        return 5
print(f())
for i in range(3):
    with M("d%d" % i):
        if i == 1: continue
        if i == 2: break
try:
    with M("e"):
        1 / 0
except ZeroDivisionError as e:
    print(type(e).__name__)
class Bad(object): pass
try:
    with Bad(): pass
except (AttributeError, TypeError) as e:
    print(type(e).__name__)
