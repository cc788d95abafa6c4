# with: enter, exit, and what exit sees
class M(object):
    def __init__(self, name, swallow=False):
        self.name = name
        self.swallow = swallow

    def __enter__(self):
        print("enter %s" % self.name)
        return self.name

    def __exit__(self, t, v, tb):
        print("exit %s %s %s %s" % (self.name, t and t.__name__, v, tb is None))
        return self.swallow

    def __del__(self):
        print("del %s" % self.name)


with M("a") as a:
    print("body %s" % a)
with M("b"), M("c") as c:
    print("body %s" % c)
with M("d", True):
    raise ValueError("swallowed")
try:
    with M("e"):
        raise KeyError("passed")
except KeyError as e:
    print("outside %s" % e)


def f():
    with M("f"):
        return "value"


print(f())
for i in range(3):
    with M(i):
        if i == 1:
            break
print("end")
